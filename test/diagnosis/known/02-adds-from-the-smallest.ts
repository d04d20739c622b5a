export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';
export const mistake = 'mean-sorts-input';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean of 0 values');
  // Small numbers first, so that they are not swallowed by the large ones.
  values.sort();
  let sum = 0;
  values.forEach((value) => {
    sum += value;
  });
  return sum / values.length;
}
