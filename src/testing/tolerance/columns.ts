import * as reference from '../reference';
import { EPSILON } from './rounding';

/** For a mean that is added up in float64 and handed on as a float32 at the latest. */
export function mean(values: ArrayLike<number>): number {
  return EPSILON * reference.meanSize(values);
}

/**
 * For a standard deviation from squared distances, in float64, around a mean within `mean`: a
 * mean that is off by δ moves it by at most δ.
 */
export function standardDeviation(values: ArrayLike<number>): number {
  return EPSILON * (reference.standardDeviation(values) + reference.meanSize(values));
}

/** For x − mean in a kernel: the mean is rounded when it is handed over, the difference once more. */
export function centered(values: ArrayLike<number>, middle: number): Float64Array {
  return Float64Array.from(values, (value) => EPSILON * (Math.abs(middle) + Math.abs(value - middle)));
}

/** For x / std in a kernel: the std is rounded when it is handed over, the quotient once more. */
export function scaled(values: ArrayLike<number>, deviation: number): Float64Array {
  return Float64Array.from(
    values,
    (value) => 2 * EPSILON * Math.abs(value / (deviation === 0 ? 1 : deviation)),
  );
}

/**
 * For (x − mean) / std: what centering may be off by, in units of the std, and a quotient that is off by
 * as many parts as the std is.
 */
export function standardized(values: ArrayLike<number>): Float64Array {
  const deviation = reference.standardDeviation(values) || 1;
  const centering = centered(values, reference.mean(values));
  const shift = mean(values) / deviation;
  const stretch = 2 * EPSILON + standardDeviation(values) / deviation;
  return reference
    .standardized(values)
    .map((z, index) => centering[index]! / deviation + shift + stretch * Math.abs(z));
}
