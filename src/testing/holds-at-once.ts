import fc from 'fast-check';

/**
 * Whether a predicate resolves for all the data that a check would draw, several at a time. The first goes alone:
 * what is wrong is mostly wrong there already.
 * @param atOnce how many at a time
 */
export async function holdsAtOnce<Data>(
  arbitrary: fc.Arbitrary<Data>,
  settings: { readonly seed: number; readonly numRuns: number },
  atOnce: number,
  predicate: (data: Data) => Promise<void>,
): Promise<boolean> {
  const drawn: Data[] = [];
  // Drawn by a check, for nothing else draws the same.
  await fc.check(
    fc.asyncProperty(arbitrary, async (data) => void drawn.push(data)),
    settings,
  );
  for (let from = 0, to = 1; from < drawn.length; from = to, to += atOnce) {
    // All of them come to an end, so that nothing of it runs on beside what comes next.
    const ends = await Promise.allSettled(drawn.slice(from, to).map(predicate));
    if (ends.some(({ status }) => status === 'rejected')) return false;
  }
  return true;
}
