import { learningRates, smooth, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const mistake =
  'The range and the steps that were asked for are ignored: this always tries 100 rates from 0.001 towards 1,000,000.';

export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  _options: SweepOptions = {},
): Promise<Sweep> {
  const rates = learningRates(1e-3, 1e6, 100);
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
