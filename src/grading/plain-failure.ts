import type { Failure } from '#kit/testing';
import { isRecord } from './is-record';

const MOST_CHARACTERS = 4_000;

/**
 * A failure as it may leave the grader. What a submission threw may have filled its fields with anything of any size,
 * and what would let somebody run the test again tells of the private data.
 */
export function plainFailure(failure: Failure): Omit<Failure, 'again'> {
  const { kind, sentence, data, expected, got, comparison, call, diagnosis, table, place, lacks } = failure;
  const texts = { expected, got, call, diagnosis, lacks };
  return {
    kind: kind === 'mismatch' || kind === 'kernel' ? kind : 'error',
    sentence: cut(sentence) ?? 'It cannot be said what went wrong.',
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => {
        const known = cut(text);
        return known === undefined ? [] : [[name, known]];
      }),
    ),
    ...(isRecord(data) ? { data: cutAll(data) } : {}),
    ...(isRecord(place) ? placeIn(place) : {}),
    // Both are made here, of numbers.
    ...(comparison === undefined ? {} : { comparison }),
    ...(table === undefined ? {} : { table }),
    ...(failure.stopped === true ? { stopped: true } : {}),
    ...(failure.unloadable === true ? { unloadable: true } : {}),
    ...(failure.onAnyData === true ? { onAnyData: true } : {}),
  };
}

function placeIn({ file, line, code }: Readonly<Record<string, unknown>>): Pick<Failure, 'place'> {
  const known = { file: cut(file), code: cut(code) };
  if (known.file === undefined) return {};
  return {
    place: {
      file: known.file,
      ...(Number.isSafeInteger(line) ? { line: Number(line) } : {}),
      ...(known.code === undefined ? {} : { code: known.code }),
    },
  };
}

function cutAll(texts: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cut(text) ?? '']));
}

function cut(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)} …`;
}
