export * from '#solutions/02-mean-centering/exercise';

export const mistake =
  'This is the total of the values. The mean shares it out: divide by how many there are.';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  let total = 0;
  for (const value of values) total += value;
  return total;
}
