export * from '#solutions/02-mean-centering/exercise';

export const mistake =
  'This is the median, the value in the middle of the sorted column. The mean weighs how far each value lies out.';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  const sorted = values.slice().sort();
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
