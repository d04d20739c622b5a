import { smooth, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const mistake =
  'No steps, or a part of one, slip through learningRates. Refuse them with a RangeError that names start, end and steps.';

export function learningRates(start: number, end: number, steps: number): Float64Array {
  if (!(start > 0 && end > start && end < Infinity)) {
    throw new RangeError(
      `learningRates needs a start above zero, an end above the start and a whole number of steps, ` +
        `and got ${start}, ${end} and ${steps}.`,
    );
  }
  return Float64Array.from({ length: steps }, (_, i) => start * (end / start) ** (i / steps));
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
