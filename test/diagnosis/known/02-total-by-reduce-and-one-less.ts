export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';
export const mistake = 'one-less';

export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean: 0 values');
  const degreesOfFreedom = values.length - 1;
  return values.reduce((total, value) => total + value, 0) / degreesOfFreedom;
}
