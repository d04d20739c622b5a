import * as reference from '../reference';
import { HALF_EPSILON } from './float64';

/**
 * For rates in float64, by powers, by logarithms, or each from the one before: two roundings for each step, and
 * those of logarithms and exponents, which the exponential multiplies by their size.
 */
export function learningRates(start: number, end: number, steps: number): Float64Array {
  const logarithms = Math.abs(Math.log(start)) + Math.abs(Math.log(end));
  return reference
    .learningRates(start, end, steps)
    .map((rate, i) => HALF_EPSILON * (4 + 2 * i + 3 * logarithms) * rate);
}

/** For the factor between neighbours: the allowances of both, and a division. */
export function ratios(start: number, end: number, steps: number): Float64Array {
  const rates = reference.learningRates(start, end, steps);
  const relative = learningRates(start, end, steps).map((slack, i) => slack / rates[i]!);
  const factor = (end / start) ** (1 / steps);
  return relative.subarray(1).map((slack, i) => factor * (slack + relative[i]! + HALF_EPSILON));
}

/**
 * For a weighted mean in float64, of losses of at most L: three roundings of L for each loss so far, and those of
 * the weights' sum, which is known to a few roundings of 1 and is at least 1 − beta.
 */
export function smoothed(losses: ArrayLike<number>, beta: number): Float64Array {
  let largest = 0;
  return Float64Array.from(losses, (loss, i) => {
    largest = Math.max(largest, Math.abs(loss));
    return HALF_EPSILON * (3 * (i + 1) + 2 + 2 / (1 - beta)) * largest;
  });
}
