import type { GradingResult } from '../result';

/** A result, and where it was found. */
export interface FoundResult {
  readonly place: string;
  readonly result: GradingResult;
}

export type Merged =
  { readonly found: readonly FoundResult[] } | { readonly wrong: readonly [string, ...string[]] };

/**
 * Results of several runs as those of one, by name. What cannot be compared is refused, in a sentence each: other
 * random data, other lessons, and two results of one submission that do not come to the same points.
 */
export function mergeResults(all: readonly FoundResult[]): Merged {
  const [wrong, ...more] = [...otherSeeds(all), ...otherLessons(all), ...contradictions(all)];
  if (wrong !== undefined) return { wrong: [wrong, ...more] };
  const byName = new Map(all.toReversed().map((found) => [found.result.submission, found]));
  const names = [...byName.keys()].toSorted();
  return { found: names.flatMap((name) => byName.get(name) ?? []) };
}

function otherSeeds(all: readonly FoundResult[]): string[] {
  return differing(
    all,
    ({ seedFingerprint }) => seedFingerprint,
    'were graded with different seeds, so with different random data. Grade all of them with one --seed.',
  );
}

function otherLessons(all: readonly FoundResult[]): string[] {
  return differing(
    all.filter(({ result }) => result.status === 'graded'),
    ({ lessons }) => lessons.map(({ lesson }) => lesson).join(' '),
    'are of different lessons. Grade all of them with the same --lessons.',
  );
}

function differing(
  all: readonly FoundResult[],
  of: (result: GradingResult) => string,
  words: string,
): string[] {
  const [first] = all;
  if (first === undefined) return [];
  const other = all.find(({ result }) => of(result) !== of(first.result));
  return other === undefined ? [] : [`${first.place} and ${other.place} ${words}`];
}

function contradictions(all: readonly FoundResult[]): string[] {
  const seen = new Map<string, FoundResult>();
  return all.flatMap((found) => {
    const before = seen.get(found.result.submission);
    seen.set(found.result.submission, before ?? found);
    if (before === undefined || pointsOf(before) === pointsOf(found)) return [];
    return [
      `${found.result.submission} has two results that do not come to the same points: ${before.place} and ${found.place}.`,
    ];
  });
}

/** What must not depend on who graded. Words may: how long the smallest counterexample is looked for is a matter of time. */
function pointsOf({ result: { status, score, maxScore, lessons } }: FoundResult): string {
  return JSON.stringify([
    [status, score, maxScore],
    ...lessons.map(({ lesson, status, tasks }) => [
      lesson,
      status,
      ...tasks.map(({ name, score, maxScore }) => [name, score, maxScore]),
    ]),
  ]);
}
