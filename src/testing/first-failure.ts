import fc from 'fast-check';

/**
 * Tries a predicate on all the data that a check would draw, several at a time. The first go alone: what is wrong is
 * mostly wrong there already.
 * @param atOnce how many at a time
 * @returns the place of the first data for which it rejects, from 0; undefined where there are none
 */
export async function firstFailure<Data>(
  arbitrary: fc.Arbitrary<Data>,
  settings: { readonly seed: number; readonly numRuns: number },
  atOnce: number,
  predicate: (data: Data) => Promise<void>,
): Promise<number | undefined> {
  const drawn = fc.sample(arbitrary, settings);
  for (let from = 0, to = 1; from < drawn.length; from = to, to += atOnce) {
    // All of them come to an end, so that nothing of it runs on beside what comes next.
    const ends = await Promise.allSettled(drawn.slice(from, to).map(predicate));
    const failed = ends.findIndex(({ status }) => status === 'rejected');
    if (failed !== -1) return from + failed;
  }
  return undefined;
}
