export * from '#solutions/02-mean-centering/exercise';

export const mistake =
  'This is the midrange, halfway between the least and the greatest value. The mean listens to every value.';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  return (Math.min(...values) + Math.max(...values)) / 2;
}
