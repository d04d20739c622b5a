import { learningRates, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const lesson = '09';
export const mistake = 'no-bias-correction';

export function smooth(losses: Float64Array, beta = 0.98): Float64Array {
  if (losses.length === 0) throw new RangeError(`smooth: 0 losses, beta ${beta}`);
  if (!(beta >= 0) || beta >= 1) throw new RangeError(`smooth: ${losses.length} losses, beta ${beta}`);
  const averages = new Float64Array(losses.length);
  losses.forEach((loss, i) => {
    const before = i > 0 ? averages[i - 1] : 0;
    averages[i] = before + (1 - beta) * (loss - before);
  });
  return averages;
}

export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  { start = 1e-3, end = 1e6, steps = 100 }: SweepOptions = {},
): Promise<Sweep> {
  const rates = learningRates(start, end, steps);
  const losses: number[] = [];
  let best = Infinity;
  let bestRate = NaN;
  for (const rate of rates) {
    const loss = await trainBatch(rate);
    losses.push(loss);
    if (!Number.isFinite(loss)) break;
    const now = smooth(Float64Array.from(losses)).at(-1)!;
    if (now < best) {
      best = now;
      bestRate = rate;
    } else if (now > 4 * best) break;
  }
  if (Number.isNaN(bestRate)) throw new RangeError(`loss ${losses[0]} at rate ${rates[0]}`);
  const tried = Float64Array.from(losses);
  return {
    learningRates: rates.subarray(0, tried.length),
    losses: tried,
    smoothed: smooth(tried),
    suggestion: bestRate / 10,
  };
}
