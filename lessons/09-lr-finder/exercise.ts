import { todo } from '#kit/todo';

/**
 * Learning rates from small to large, each larger than the one before by the same factor:
 * rate i = start · (end / start)^(i / steps), i = 0 … steps − 1. The end itself is not among them: one more
 * step would reach it.
 *
 * @param start the first rate, above 0
 * @param end where the rates lead to, above `start`
 * @param steps how many rates, a whole number of 1 or more
 * @returns a new array of `steps` rates
 * @throws RangeError when start, end or steps are not as above; it names all three
 */
export function learningRates(start: number, end: number, steps: number): Float64Array {
  // TODO: refuse a range or a number of steps that cannot be. (roughly 5 lines)
  // TODO: return the rates. (roughly 1 line)
  return todo('learningRates');
}

/**
 * What is left of a series of losses when its noise is averaged away: entry i is a mean of the losses
 * 0 … i, in which each counts `beta` times as much as the one after it.
 *
 *     averageᵢ  = beta · averageᵢ₋₁ + (1 − beta) · lossᵢ, from an average of 0
 *     smoothedᵢ = averageᵢ / (1 − betaⁱ⁺¹)
 *
 * @param losses the losses of a training, in order; they stay as they are
 * @param beta how much of the past each entry keeps: from 0, nothing, to just below 1
 * @returns a new array of as many entries
 * @throws RangeError when there are no losses, or when beta is below 0, 1 or more; it names how many, and beta
 */
export function smooth(losses: Float64Array, beta = 0.98): Float64Array {
  // TODO: refuse an empty series, and a beta that no average can have. (roughly 3 lines)
  // TODO: walk through the losses with a running average, and divide it by what its weights add up to.
  //       (roughly 5 lines)
  return todo('smooth');
}

/** Which rates to try. */
export interface SweepOptions {
  readonly start?: number;
  readonly end?: number;
  readonly steps?: number;
}

/** What a sweep over rates has seen: one entry for each batch that was trained. */
export interface Sweep {
  readonly learningRates: Float64Array;
  readonly losses: Float64Array;
  /** The losses, smoothed with a beta of 0.98. */
  readonly smoothed: Float64Array;
  /** The rate of the least smoothed loss, divided by 10. */
  readonly suggestion: number;
}

/**
 * Trains one batch at each rate, from small to large, and stops after the first loss that is not finite, or
 * when the smoothed loss exceeds 4 times the least that it has been. The batch after which it stops belongs to
 * the result.
 *
 * @param trainBatch trains a model by one batch at this rate, and answers with the batch's loss before the
 *   update, a number of 0 or more; each call is awaited before the next. Whoever hands it over puts the model
 *   and its optimizer back to where they were
 * @param options the rates to try, as in `learningRates`; without any, 100 from 0.001 towards 1,000,000
 * @returns rates, losses and smoothed losses, with one entry for each call of `trainBatch`, and a suggestion
 * @throws RangeError (as a rejection) when `learningRates` refuses, before any batch is trained, or when the
 *   very first loss is not finite; then it names this rate and the loss
 */
export async function findLearningRate(
  trainBatch: (learningRate: number) => Promise<number>,
  { start = 1e-3, end = 1e6, steps = 100 }: SweepOptions = {},
): Promise<Sweep> {
  // TODO: train a batch at each rate, one after the other, and smooth the losses so far. Stop when they say
  //       so. (roughly 10 lines)
  // TODO: remember where the smoothed loss was least. A loss that is not finite is never the least. (roughly
  //       2 lines)
  // TODO: refuse when not one loss was finite, and return what was seen. (roughly 8 lines)
  return todo('findLearningRate');
}
