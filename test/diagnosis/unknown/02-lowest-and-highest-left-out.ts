export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean: 0 values');
  const kept = values.length > 2 ? values.toSorted().slice(1, -1) : values;
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
