import { KernelError } from '#kit/gpu';
import type { Failure } from './failure';
import { literal } from './literal';
import { Mismatch } from './mismatch';

/** What an error means to a learner. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Mismatch) {
    return {
      sentence: error.message,
      ...(error.expected === undefined ? {} : { expected: error.expected }),
      ...(error.got === undefined ? {} : { got: error.got }),
    };
  }
  if (error instanceof KernelError) {
    // Where the kit has no words of its own, those of gpu.js are better than none.
    const engine = error.rule === 'gpu-js' && error.cause instanceof Error ? error.cause.message : '';
    const sentence = `${error.words}\n${error.advice}\n${engine}`.trim();
    return { sentence, ...placeOf(error), ...(DATA_RULES.has(error.rule) ? {} : { onAnyData: true }) };
  }
  if (!(error instanceof Error)) {
    return { sentence: `Your code threw ${literal(error)}, which is no Error.` };
  }
  if (error.name === 'MissingExport') return { sentence: error.message };
  return { sentence: `Your code threw ${error.name}: ${readable(error.message)}`, ...placeIn(error.stack) };
}

/** Mistakes of a kernel that only some data shows. */
const DATA_RULES = new Set(['outside-read', 'backends-disagree', 'gpu-js', 'empty']);

function placeOf({ file, line, code }: KernelError): Pick<Failure, 'place'> {
  if (file === undefined) return {};
  return {
    place: { file, ...(line === undefined ? {} : { line }), ...(code === undefined ? {} : { code }) },
  };
}

/** The first line of a stack that lies in a learner's file. */
function placeIn(stack: string | undefined): Pick<Failure, 'place'> {
  const [, file, line] = /([^\s()]*\/lessons\/[^\s()]*\/exercise\.ts):(\d+):\d+/.exec(stack ?? '') ?? [];
  if (file === undefined) return {};
  return { place: { file: file.replace(/^file:\/\//, ''), line: Number(line) } };
}

/** Imported names as they were written, without what a transpiler has put around them. */
function readable(message: string): string {
  return message
    .replaceAll(/\(0\s*,\s*__vite_ssr_import_\d+__\.(\w+)\)/g, '$1')
    .replaceAll(/__vite_ssr_import_\d+__\./g, '');
}
