export * from '#solutions/02-mean-centering/exercise';

export const mistake =
  'This is the mean of the absolute values. Values below zero keep their sign in a mean.';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  let total = 0;
  for (const value of values) total += Math.abs(value);
  return total / values.length;
}
