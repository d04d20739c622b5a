export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** The mean distance from zero, mean |x|. */
export function meanSize(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Math.abs(values[i]!);
  return total / values.length;
}

/** Population standard deviation: the root of the mean squared distance from the mean. */
export function standardDeviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - middle) ** 2;
  return Math.sqrt(squares / values.length);
}

/** How far values lie from their mean, squared, on average. */
export function variance(values: ArrayLike<number>): number {
  return standardDeviation(values) ** 2;
}

/** `(x − mean) / std`, and zeros for a column of equal values. */
export function standardized(values: ArrayLike<number>): Float64Array {
  const [middle, deviation] = [mean(values), standardDeviation(values)];
  return Float64Array.from(values, (value) => (value - middle) / (deviation === 0 ? 1 : deviation));
}
