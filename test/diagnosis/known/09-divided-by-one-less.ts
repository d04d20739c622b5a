import { smooth, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const lesson = '09';
export const mistake = 'end-included';

export function learningRates(start: number, end: number, steps: number): Float64Array {
  if (!(start > 0 && end > start && end < Infinity && steps >= 1 && Number.isInteger(steps))) {
    throw new RangeError(`learningRates: start ${start}, end ${end}, steps ${steps}`);
  }
  const [from, to] = [Math.log10(start), Math.log10(end)];
  const gap = (to - from) / (steps - 1);
  return new Float64Array(steps).map((_, i) => 10 ** (from + i * gap));
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
