import { learningRates, type Sweep, type SweepOptions } from '#solutions/09-lr-finder/exercise';

export * from '#solutions/09-lr-finder/exercise';

export const lesson = '09';

export function smooth(losses: Float64Array, beta = 0.95): Float64Array {
  if (losses.length === 0 || !(beta >= 0 && beta < 1)) {
    throw new RangeError(`smooth: ${losses.length} losses, beta ${beta}`);
  }
  let average = 0;
  return losses.map((loss, i) => {
    average = beta * average + (1 - beta) * loss;
    return average / (1 - beta ** (i + 1));
  });
}

export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  { start = 1e-3, end = 1e6, steps = 100 }: SweepOptions = {},
): Promise<Sweep> {
  const rates = learningRates(start, end, steps);
  const losses: number[] = [];
  let best = { loss: Infinity, rate: NaN };
  for (const rate of rates) {
    const loss = await trainBatch(rate);
    losses.push(loss);
    if (!Number.isFinite(loss)) break;
    const now = smooth(Float64Array.from(losses)).at(-1)!;
    if (now < best.loss) best = { loss: now, rate };
    if (now > 4 * best.loss) break;
  }
  if (!Number.isFinite(losses[0])) throw new RangeError(`loss ${losses[0]} at rate ${rates[0]}`);
  const tried = Float64Array.from(losses);
  return {
    learningRates: rates.slice(0, tried.length),
    losses: tried,
    smoothed: smooth(tried),
    suggestion: best.rate / 10,
  };
}
