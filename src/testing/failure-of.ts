import type { KernelError } from '#kit/gpu';
import type { Failure, Place } from './failure';
import { literal } from './literal';
import { Mismatch } from './mismatch';
import { placeIn } from './stack-place';

/** What an error means to a learner. Errors are known by their names: they may come from another process. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Mismatch) {
    return {
      kind: 'mismatch',
      sentence: error.message,
      ...(error.expected === undefined ? {} : { expected: error.expected }),
      ...(error.got === undefined ? {} : { got: error.got }),
      ...(error.data === undefined ? {} : { data: error.data }),
      ...(error.comparison === undefined ? {} : { comparison: error.comparison }),
    };
  }
  if (!(error instanceof Error)) {
    return { kind: 'error', sentence: `Your code threw ${literal(error)}, which is no Error.` };
  }
  if (isKernelError(error)) return kernelFailure(error);
  if (error.name === 'MissingExport') return { kind: 'error', sentence: error.message };
  return {
    kind: 'error',
    sentence: `Your code threw ${error.name}: ${readable(error.message)}`,
    ...placeIn(error.stack),
  };
}

function isKernelError(error: Error): error is KernelError {
  return error.name === 'KernelError' && 'words' in error && 'advice' in error;
}

/** Mistakes of a kernel that only some data shows. */
const DATA_RULES = new Set(['outside-read', 'backends-disagree', 'gpu-js', 'empty']);

function kernelFailure({ rule, words, advice, cause, file, line, code }: KernelError): Failure {
  // Where the kit has no words of its own, those of gpu.js are better than none.
  const engine = rule === 'gpu-js' && cause instanceof Error ? cause.message : '';
  const place: Place | undefined =
    file === undefined
      ? undefined
      : { file, ...(line === undefined ? {} : { line }), ...(code === undefined ? {} : { code }) };
  return {
    kind: 'kernel',
    sentence: `${words}\n${advice}\n${engine}`.trim(),
    ...(place === undefined ? {} : { place }),
    ...(DATA_RULES.has(rule) ? {} : { onAnyData: true }),
  };
}

/** Imported names as they were written, without what a transpiler has put around them. */
function readable(message: string): string {
  return message
    .replaceAll(/\(0\s*,\s*__vite_ssr_import_\d+__\.(\w+)\)/g, '$1')
    .replaceAll(/__vite_ssr_import_\d+__\./g, '');
}
