/** The time of one of so many runs, in milliseconds. */
export async function medianTime(runs: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return times.toSorted((one, other) => one - other)[runs >> 1] ?? NaN;
}
