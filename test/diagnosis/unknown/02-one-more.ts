export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean: 0 values');
  let total = 0;
  let count = 1;
  for (const value of values) {
    total += value;
    count++;
  }
  return total / count;
}
