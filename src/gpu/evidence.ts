import type { Constants } from './constants';
import { copyOf, type CopiedArgument } from './plain-value';
import type { Program } from './programs';
import type { PlainArgument } from './reading';
import type { OutputSize } from './types';

/** Everything that a launch is made of, as plain data: enough to follow its threads somewhere else. */
export interface Evidence {
  readonly source: string;
  /** Sources of the helpers, by name. */
  readonly helpers: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, CopiedArgument>>;
  readonly arguments: readonly CopiedArgument[];
  readonly output: readonly number[];
  /** What is said to have come out, row after row. */
  readonly result: Float32Array;
}

/** All but the result, copied: what a kernel was handed may change while it runs, and after. */
export function evidenceOf(
  { reading, surroundings }: Pick<Program, 'reading' | 'surroundings'>,
  constants: Constants,
  values: readonly PlainArgument[],
  output: OutputSize,
): Omit<Evidence, 'result'> {
  const named = Object.entries(constants.values).map(([name, value]) => [name, copyOf(value)] as const);
  return {
    source: reading.original,
    helpers: { ...surroundings.functions },
    constants: Object.fromEntries(named),
    arguments: values.map(copyOf),
    output: [...output],
  };
}
