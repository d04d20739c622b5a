export interface SweepOptions {
  readonly start?: number;
  readonly end?: number;
  readonly steps?: number;
}

export interface Sweep {
  readonly learningRates: Float64Array;
  readonly losses: Float64Array;
  readonly smoothed: Float64Array;
  readonly suggestion: number;
}

export function learningRates(start: number, end: number, steps: number): Float64Array {
  // Written so that NaN is refused as well.
  if (!(start > 0 && end > start && end < Infinity && Number.isInteger(steps) && steps > 0)) {
    throw new RangeError(
      `learningRates needs a start above zero, an end above the start and a whole number of steps, ` +
        `and got ${start}, ${end} and ${steps}.`,
    );
  }
  // Each from its own power, not each from the one before: so roundings do not add up.
  return Float64Array.from({ length: steps }, (_, i) => start * (end / start) ** (i / steps));
}

export function smooth(losses: Float64Array, beta = 0.98): Float64Array {
  if (losses.length === 0 || !(beta >= 0 && beta < 1)) {
    throw new RangeError(
      `smooth needs losses and a beta from zero to below one, and got ${losses.length} and ${beta}.`,
    );
  }
  let average = 0;
  return losses.map((loss, i) => {
    average = beta * average + (1 - beta) * loss;
    // The average has begun at 0, as if there had been losses of 0 before. What the real ones weigh so far
    // is 1 − beta^(i + 1), so dividing by that takes the zeros out again.
    return average / (1 - beta ** (i + 1));
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
    // Before any comparison: NaN is neither more nor less than anything, so it would go unnoticed below.
    if (!Number.isFinite(loss)) break;
    // From the beginning each time: a hundred additions are nothing beside a batch, and the law of smoothing
    // stays in one place.
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
    // Where it is least, the smoothed loss has stopped falling: smoothing sees the rise late, so this rate is
    // past the edge already. A tenth of it is below.
    suggestion: least.rate / 10,
  };
}
