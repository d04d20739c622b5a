import { allLookLike, type Look, lookOf } from './look';
import { type Constants, copyConstants, sameConstants } from './constants';
import { compile, type Engine, type EngineValue, tableInput } from './engine';
import { isTable } from './plain-value';
import type { PlainArgument } from './reading';
import type { Program } from './programs';
import type { Backend, OutputSize } from './types';

/** A kernel compiled for one backend, one set of constants and one kind of arguments. */
export interface CompiledKernel {
  readonly program: Program;
  readonly constants: Constants;
  readonly backend: Backend;
  readonly engine: Engine;
  /** How many sizes its output has. */
  readonly dimensions: number;
  /** What its arguments look like. */
  readonly looks: readonly Look[];
  lastUse: number;
}

const mostKernels = 200;
// 4 million constant values are 16 to 32 MB.
const mostConstantValues = 4_000_000;

const compiled = new Set<CompiledKernel>();
const byProgram = new WeakMap<Program, CompiledKernel[]>();
let constantValues = 0;
let compilations = 0;
let uses = 0;

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
  const siblings = byProgram.get(program) ?? [];
  for (const each of siblings) {
    if (
      each.backend === backend &&
      each.dimensions === output.length &&
      allLookLike(values, each.looks) &&
      sameConstants(each.constants, constants)
    ) {
      each.lastUse = uses++;
      return each;
    }
  }
  const { source, helpers: functions } = program.reading;
  const engine = compile({ source, functions, constants, output, backend }, values.map(engineValue));
  const made: CompiledKernel = {
    program,
    constants,
    backend,
    engine,
    dimensions: output.length,
    looks: values.map((value) => lookOf(value, backend)),
    lastUse: uses++,
  };
  compilations += 1;
  keep(made, siblings);
  return made;
}

/** A plain value as gpu.js takes it. */
export function engineValue(value: PlainArgument): EngineValue {
  return isTable(value) ? tableInput(value.data, value.columns, value.rows) : value;
}

function keep(made: CompiledKernel, siblings: readonly CompiledKernel[]): void {
  byProgram.set(made.program, [made, ...siblings]);
  compiled.add(made);
  constantValues += made.constants.size;
  while (compiled.size > mostKernels || (constantValues > mostConstantValues && compiled.size > 1)) {
    let oldest = made;
    for (const each of compiled) if (each.lastUse < oldest.lastUse) oldest = each;
    compiled.delete(oldest);
    constantValues -= oldest.constants.size;
    const others = byProgram.get(oldest.program)?.filter((each) => each !== oldest) ?? [];
    byProgram.set(oldest.program, others);
  }
}
