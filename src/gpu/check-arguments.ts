import type { Mistake } from './kernel-error';
import { describe, isTable, plainValue, Unfit } from './plain-value';
import type { KernelParameter, PlainArgument } from './reading';

/** The arguments as plain values, or the first that the kernel cannot take. */
export function checkArguments(
  values: readonly unknown[],
  parameters: readonly KernelParameter[],
): readonly PlainArgument[] | Mistake {
  if (values.length !== parameters.length) return wrongNumber(values.length, parameters);
  const plain: PlainArgument[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const value = plainValue(values[index]);
    if (value instanceof Unfit) return value.mistake(parameter.name);
    const trouble = wrongDimensions(value, parameter);
    if (trouble !== undefined) return trouble;
    plain.push(value);
  }
  return plain;
}

function wrongNumber(count: number, parameters: readonly KernelParameter[]): Mistake {
  const names = parameters.map(({ name }) => name).join(', ');
  const takes = parameters.length === 0 ? 'no arguments' : `${plural(parameters.length)} (${names})`;
  const missing = parameters.slice(count).map(({ name }) => `\`${name}\``);
  return {
    rule: 'argument-count',
    words: `This kernel takes ${takes}, but the call passes ${count === 0 ? 'none' : count}.`,
    advice: missing.length > 0 ? `Pass ${missing.join(' and ')} too.` : 'Leave out the rest.',
  };
}

function plural(count: number): string {
  return `${count} argument${count === 1 ? '' : 's'}`;
}

const uses = ['as a number', 'with one subscript', 'with two subscripts'];
const wanted = ['a number', 'a column, such as a Float32Array', 'a Matrix'];

function wrongDimensions(value: PlainArgument, { name, dimensions }: KernelParameter): Mistake | undefined {
  const given = typeof value === 'number' ? 0 : isTable(value) ? 2 : 1;
  if (dimensions === undefined || dimensions === given) return undefined;
  return {
    rule: 'argument-dimensions',
    words: `The kernel uses \`${name}\` ${uses[dimensions] ?? `with ${dimensions} subscripts`}, but the call passes ${describe(value)}.`,
    advice: `Pass ${wanted[dimensions] ?? 'what it uses'}, or change how the kernel reads \`${name}\`.`,
  };
}
