import { lookOf } from './check-arguments';
import { type Constants, copyConstants, sameConstants } from './constants';
import { compile, type Engine, type EngineValue, tableInput } from './engine';
import { isTable } from './plain-value';
import type { PlainArgument } from './reading/kernel-reading';
import type { Program } from './programs';
import type { Backend, OutputSize } from './types';

/** A kernel compiled for one backend, one set of constants and one kind of arguments. */
export interface CompiledKernel {
  readonly program: Program;
  readonly constants: Constants;
  readonly backend: Backend;
  readonly engine: Engine;
  /** What differs between kernels of the same program, backend and constants. */
  readonly kind: string;
}

const mostKernels = 200;
// 4 million constant values are 16 to 32 MB.
const mostConstantValues = 4_000_000;

// In the order of their last use, the oldest first.
const compiled = new Set<CompiledKernel>();
const byProgram = new WeakMap<Program, CompiledKernel[]>();
let constantValues = 0;
let compilations = 0;

/** How many kernels have been compiled in this process; for tests of the cache. */
export function countCompilations(): number {
  return compilations;
}

/** The program's constants as a compiled kernel already holds them; else a copy. */
export function heldConstants(program: Program, constants: Constants): Constants {
  const held = byProgram.get(program)?.find((each) => sameConstants(each.constants, constants));
  return held?.constants ?? copyConstants(constants);
}

/** The compiled kernel for such a launch. @throws whatever gpu.js throws. */
export function compiledFor(
  program: Program,
  constants: Constants,
  backend: Backend,
  output: OutputSize,
  values: readonly PlainArgument[],
): CompiledKernel {
  const kind = kindOf(backend, output, values);
  const siblings = byProgram.get(program) ?? [];
  const found = siblings.find(
    (each) => each.backend === backend && each.kind === kind && sameConstants(each.constants, constants),
  );
  if (found !== undefined) {
    compiled.delete(found);
    compiled.add(found);
    return found;
  }
  const { reading, kernel, functions } = program;
  const recipe = { source: reading.source, kernel, functions, constants, output, backend };
  const engine = compile(recipe, values.map(engineValue));
  const made: CompiledKernel = { program, constants, backend, engine, kind };
  compilations += 1;
  keep(made, siblings);
  return made;
}

/** A plain value as gpu.js takes it. */
export function engineValue(value: PlainArgument): EngineValue {
  return isTable(value) ? tableInput(value.data, value.columns, value.rows) : value;
}

function kindOf(backend: Backend, output: OutputSize, values: readonly PlainArgument[]): string {
  const looks = values.map((value) => lookOf(value, backend));
  return `${output.length} ${looks.map(({ kind, columns = '' }) => `${kind}${columns}`).join(' ')}`;
}

function keep(made: CompiledKernel, siblings: CompiledKernel[]): void {
  byProgram.set(made.program, [made, ...siblings]);
  compiled.add(made);
  constantValues += made.constants.size;
  for (const oldest of compiled) {
    if (compiled.size <= mostKernels && constantValues <= mostConstantValues) break;
    if (oldest === made) break;
    compiled.delete(oldest);
    constantValues -= oldest.constants.size;
    const others = byProgram.get(oldest.program)?.filter((each) => each !== oldest) ?? [];
    byProgram.set(oldest.program, others);
  }
}
