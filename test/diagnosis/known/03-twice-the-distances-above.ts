import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'mean-absolute-deviation';

export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  // What lies above the mean balances what lies below it, so one half is enough.
  const above = Array.from(values, (value) => value - middle).filter((distance) => distance > 0);
  return (2 * above.reduce((total, distance) => total + distance, 0)) / values.length;
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  return scale(await center(values, mean(values)), standardDeviation(values));
}
