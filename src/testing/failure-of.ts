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
    return {
      kind: 'error',
      sentence: `Your code threw ${literal(error)}, which is no Error. ${throwAnError(error)}`,
    };
  }
  if (isKernelError(error)) return kernelFailure(error);
  if (error.name === 'MissingExport') {
    const lacks = 'exercise' in error ? { lacks: String(error.exercise) } : {};
    return { kind: 'error', sentence: error.message, ...lacks };
  }
  return { kind: 'error', sentence: sentenceOf(error), ...placeIn(error.stack) };
}

function sentenceOf({ name, message, stack }: Error): string {
  if (message.startsWith('process.exit unexpectedly called')) {
    return 'Your code called process.exit, which would end all tests. `return`, or `throw` an Error.';
  }
  if (name === 'TypeError' && isFromTest(stack)) {
    return `The test cannot use what your code gave it: ${message}\nIs a \`return\` missing, or a part of the result?`;
  }
  return `Your code threw ${name}: ${readable(message)}`;
}

/** Whether the line that threw stands in a suite. */
function isFromTest(stack = ''): boolean {
  const [first = ''] = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return first.includes('/exercise.test.ts:');
}

/** What is thrown that way, if it can be written in a few words. */
function throwAnError(thrown: unknown): string {
  const fits = typeof thrown === 'string' && /^[^\n'`]{1,40}$/.test(thrown);
  return `Throw an Error, which knows its line${fits ? `: \`throw new Error('${thrown}')\`.` : '.'}`;
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
