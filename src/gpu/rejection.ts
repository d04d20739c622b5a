import { KernelError, type Mistake } from './kernel-error';
import { type CallSite, placeOf } from './learner-code';
import { placeOfMistake } from './place-of-mistake';
import type { Program } from './programs';
import type { KernelMistake } from './reading';

/**
 * The error for a mistake, with its place in the learner's code.
 * @param site where the kernel was created, or called, whichever the mistake is about.
 * @param entrance what the learner called; the stack begins above it.
 * @param program where the mistake may lie inside the kernel.
 * @param cause gpu.js's own error.
 */
export function kernelError(
  mistake: Mistake | KernelMistake,
  site: CallSite,
  entrance: (...values: never[]) => unknown,
  program?: Program,
  cause?: unknown,
): KernelError {
  const place =
    program !== undefined && 'start' in mistake ? placeOfMistake(mistake, program, site) : placeOf(site);
  const error = new KernelError(mistake, place, cause);
  Error.captureStackTrace?.(error, entrance);
  // After a wait the caller is no longer on the stack; then the place of the mistake is the best answer.
  if (place !== undefined && error.stack?.includes('\n    at ') === false) {
    error.stack += `\n    at ${place.file}:${place.line}:1`;
  }
  return error;
}

/** A rejection that whoever awaits it gets. */
export function rejected(error: unknown): Promise<never> {
  return withoutAlarm(Promise.reject(error));
}

/**
 * Marks a promise as looked after: where two kernels fail and the first is awaited, the second must not
 * end the process.
 */
export function withoutAlarm<Promised extends Promise<unknown>>(promise: Promised): Promised {
  promise.catch(() => {});
  return promise;
}
