import { learningRates, smooth, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const lesson = '09';
export const mistake = 'suggestion-at-minimum';

export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  { start = 1e-3, end = 1e6, steps = 100 }: SweepOptions = {},
): Promise<Sweep> {
  const rates = learningRates(start, end, steps);
  const losses = new Float64Array(steps);
  let count = 0;
  let best = 0;
  let smoothed: Float64Array = new Float64Array(0);
  while (count < steps) {
    losses[count] = await trainBatch(rates[count]);
    if (count === 0 && !Number.isFinite(losses[0]))
      throw new RangeError(`loss ${losses[0]} at rate ${rates[0]}`);
    smoothed = smooth(losses.slice(0, count + 1));
    count += 1;
    if (!Number.isFinite(losses[count - 1])) break;
    if (smoothed[count - 1] < smoothed[best]) best = count - 1;
    if (smoothed[count - 1] > 4 * smoothed[best]) break;
  }
  return {
    learningRates: rates.slice(0, count),
    losses: losses.slice(0, count),
    smoothed,
    suggestion: rates.slice(0, count)[smoothed.indexOf(Math.min(...smoothed.filter(Number.isFinite)))],
  };
}
