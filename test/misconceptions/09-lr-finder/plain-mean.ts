import { learningRates, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const mistake =
  'This is the mean of all losses so far. The latest should count most, and each one before it beta times as much as the next.';

export function smooth(losses: Float64Array, beta = 0.98): Float64Array {
  if (losses.length === 0 || !(beta >= 0 && beta < 1)) {
    throw new RangeError(
      `smooth needs losses and a beta from zero to below one, and got ${losses.length} and ${beta}.`,
    );
  }
  let average = 0;
  return losses.map((loss, i) => {
    average += loss;
    return average / (i + 1);
  });
}

export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  { start = 1e-3, end = 1e6, steps = 100 }: SweepOptions = {},
): Promise<Sweep> {
  const rates = learningRates(start, end, steps);
  const losses: number[] = [];
  let least = { rate: NaN, loss: Infinity };
  for (const rate of rates) {
    const loss = await trainBatch(rate);
    losses.push(loss);
    if (!Number.isFinite(loss)) break;
    const latest = smooth(Float64Array.from(losses))[losses.length - 1];
    if (latest < least.loss) least = { rate, loss: latest };
    if (latest > 4 * least.loss) break;
  }
  if (!Number.isFinite(losses[0])) {
    throw new RangeError(`findLearningRate got a loss of ${losses[0]} at its first rate, ${rates[0]}.`);
  }
  return {
    learningRates: rates.slice(0, losses.length),
    losses: Float64Array.from(losses),
    smoothed: smooth(Float64Array.from(losses)),
    suggestion: least.rate / 10,
  };
}
