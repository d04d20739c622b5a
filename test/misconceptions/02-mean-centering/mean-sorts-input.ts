export * from '#solutions/02-mean-centering/exercise';

export const mistake =
  'mean sorts the column that it was given, in place. Whoever handed it over still needs its order.';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  let total = 0;
  for (const value of values.sort()) total += value;
  return total / values.length;
}
