import type { Helper } from './check-settings';
import type { Constants } from './constants';
import { type KernelReading, type KernelSurroundings, readKernel } from './reading';

/** A kernel's source with its helpers and the names of its constants, read once. */
export interface Program {
  /** The function's name; for one without, the beginning of its body. */
  readonly name: string;
  readonly kernel: Helper;
  readonly reading: KernelReading;
  /** What beside the source decides how it reads: sources of helpers, and constants' names and kinds. */
  readonly surroundings: Surroundings;
}

type Surroundings = Required<KernelSurroundings>;

const mostPrograms = 500;

// By the length of the source: comparing two texts is quicker than hashing one.
const programs = new Map<number, Program[]>();
let count = 0;

/** The program, read if it is new. */
export function programFor(
  kernel: Helper,
  helpers: Readonly<Record<string, Helper>>,
  constants: Constants,
): Program {
  const source = String(kernel);
  const known = programs.get(source.length) ?? [];
  for (const program of known) {
    if (program.reading.original === source && isSame(program.surroundings, helpers, constants))
      return program;
  }
  const functions: Record<string, string> = {};
  for (const name in helpers) functions[name] = String(helpers[name]);
  const surroundings = { constants: constants.names, functions, fractions: constants.fractions };
  const reading = readKernel(source, surroundings);
  const name = kernel.name === '' ? beginningOf(source) : kernel.name;
  const program = { name, kernel, reading, surroundings };
  if (count === mostPrograms) {
    // Nobody writes so many kernels by hand. Reading those again that are still used is cheap.
    programs.clear();
    count = 0;
  }
  programs.set(source.length, [...(programs.get(source.length) ?? []), program]);
  count += 1;
  return program;
}

function isSame(
  { constants: names, fractions, functions }: Surroundings,
  helpers: Readonly<Record<string, Helper>>,
  constants: Constants,
): boolean {
  if (!sameList(names, constants.names) || !sameList(fractions, constants.fractions)) return false;
  for (const name in functions) if (!(name in helpers)) return false;
  for (const name in helpers) if (functions[name] !== String(helpers[name])) return false;
  return true;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** What a kernel without a name is called: the beginning of its body. */
export function beginningOf(source: string): string {
  const body = source.slice(source.indexOf('{') + 1, source.lastIndexOf('}'));
  const short = body.replace(/\s+/g, ' ').trim();
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}
