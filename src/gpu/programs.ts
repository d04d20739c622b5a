import type { Helper } from './check-settings';
import type { CallSite } from './learner-code';
import { readKernel } from './reading-stand-in';
import type { KernelReading } from './reading/kernel-reading';

/** A kernel's source with its helpers and the names of its constants, read once. */
export interface Program {
  /** The function's name; for one without, the beginning of its body. */
  readonly name: string;
  readonly kernel: Helper;
  readonly reading: KernelReading;
  readonly functions: readonly { readonly name: string; readonly source: string }[];
  readonly constantNames: readonly string[];
  /** Where it was first seen. */
  readonly site: CallSite;
}

const mostSources = 500;

// By source, in the order of their first use.
const programs = new Map<string, Program[]>();

/** The program, read if it is new. @param site asked for a new program only, as a stack takes time. */
export function programFor(
  kernel: Helper,
  helpers: Readonly<Record<string, Helper>>,
  constantNames: readonly string[],
  site: () => CallSite,
): Program {
  const source = String(kernel);
  const functions = Object.entries(helpers).map(([name, helper]) => ({ name, source: String(helper) }));
  const known = programs.get(source) ?? [];
  const found = known.find(
    (each) =>
      sameList(each.constantNames, constantNames) &&
      each.functions.length === functions.length &&
      each.functions.every(
        (helper, index) =>
          helper.name === functions[index]?.name && helper.source === functions[index].source,
      ),
  );
  if (found !== undefined) return found;
  const sources = Object.fromEntries(functions.map((helper) => [helper.name, helper.source]));
  const reading = readKernel(source, { constants: constantNames, functions: sources });
  const program = { name: nameOf(kernel, source), kernel, reading, functions, constantNames, site: site() };
  programs.set(source, [...known, program]);
  const [oldest] = programs.keys();
  if (programs.size > mostSources && oldest !== undefined) programs.delete(oldest);
  return program;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

function nameOf(kernel: Helper, source: string): string {
  if (kernel.name !== '') return kernel.name;
  const body = source.slice(source.indexOf('{') + 1, source.lastIndexOf('}'));
  const short = body.replace(/\s+/g, ' ').trim();
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}
