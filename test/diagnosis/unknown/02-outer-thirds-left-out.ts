export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';

// A trimmed mean. Of six numbers the middle two are left, and so it is their median.
export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean: 0 values');
  const aside = Math.floor(values.length / 3);
  const kept = values.toSorted().slice(aside, values.length - aside);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
