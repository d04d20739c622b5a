export * from '#solutions/02-mean-centering/exercise';

export const mistake =
  'This divides by n − 1. That is a correction for the spread of a sample; the mean divides by n.';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  let total = 0;
  for (const value of values) total += value;
  return total / (values.length - 1);
}
