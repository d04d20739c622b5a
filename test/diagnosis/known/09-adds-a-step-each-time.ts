import { smooth, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const lesson = '09';
export const mistake = 'linear-spacing';

export function learningRates(start: number, end: number, steps: number): Float64Array {
  if (start > 0 && end > start && end < Infinity && steps >= 1 && Number.isInteger(steps)) {
    const rates = new Float64Array(steps);
    for (let i = 0; i < steps; i++) rates[i] = i === 0 ? start : rates[i - 1] + (end - start) / steps;
    return rates;
  }
  throw new RangeError(`learningRates: start ${start}, end ${end}, steps ${steps}`);
}

export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  { start = 1e-3, end = 1e6, steps = 100 }: SweepOptions = {},
): Promise<Sweep> {
  const rates = learningRates(start, end, steps);
  const losses: number[] = [];
  let best = Infinity;
  let bestRate = NaN;
  for (let i = 0; i < steps; i++) {
    losses.push(await trainBatch(rates[i]));
    if (!Number.isFinite(losses[i])) {
      if (i === 0) throw new RangeError(`loss ${losses[0]} at rate ${rates[0]}`);
      break;
    }
    const now = smooth(Float64Array.from(losses)).at(-1)!;
    if (now < best) [best, bestRate] = [now, rates[i]];
    if (now > 4 * best) break;
  }
  const tried = Float64Array.from(losses);
  return {
    learningRates: rates.slice(0, tried.length),
    losses: tried,
    smoothed: smooth(tried),
    suggestion: bestRate / 10,
  };
}
