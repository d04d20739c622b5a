import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '#kit/testing';
import type { Lesson } from './lessons';
import { root } from './root';

/**
 * Says of a function that an exercise does not export where it stands: in the exercise itself, or, where a
 * newer course has come over an older exercise, in the stub.
 */
export function withWhereabouts(failure: Failure, { exercise, blank }: Lesson): Failure {
  const { kind, sentence, lacks } = failure;
  if (lacks === undefined) return failure;
  const here = lineOf(new RegExp(`^\\s*(?:(?:async )?function|const|let|var) ${lacks}\\b`), exercise);
  const line = here ?? lineOf(new RegExp(`^export .*\\b${lacks}\\b`), blank);
  const advice = here === undefined ? NOT_THERE : NOT_EXPORTED;
  return {
    // The data that it was called with says nothing about it.
    kind,
    lacks,
    sentence: `${sentence} ${advice}`,
    ...(line === undefined ? {} : { place: { file: here === undefined ? blank : exercise, line } }),
  };
}

const NOT_EXPORTED = 'It stands there, but without the word `export` in front of it.';
const NOT_THERE =
  'If it has another name there, give it this one. If your file is older than the course, copy what it lacks from the stub:';

/** Counts from 1. */
function lineOf(pattern: RegExp, file: string): number | undefined {
  const line = textOf(file)
    .split('\n')
    .findIndex((text) => pattern.test(text));
  return line === -1 ? undefined : line + 1;
}

function textOf(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}
