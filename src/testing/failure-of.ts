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
    const { file, line, code } = error;
    const place =
      file === undefined || line === undefined
        ? {}
        : { place: { file, line, ...(code === undefined ? {} : { code }) } };
    return { sentence: `${error.words}\n${error.advice}`.trim(), ...place };
  }
  if (!(error instanceof Error)) {
    return { sentence: `Your code threw ${literal(error)}, which is no Error.` };
  }
  if (error.name === 'MissingExport') return { sentence: error.message };
  return { sentence: `Your code threw ${error.name}: ${error.message}`, ...placeIn(error.stack) };
}

/** The first line of a stack that lies in a learner's file. */
function placeIn(stack: string | undefined): Pick<Failure, 'place'> {
  const frame = /([^\s()]*\/lessons\/[^\s()]*\/exercise\.ts):(\d+):\d+/.exec(stack ?? '');
  if (frame === null) return {};
  return { place: { file: frame[1]!.replace(/^file:\/\//, ''), line: Number(frame[2]) } };
}
