import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'one-pass-float32';

export function standardDeviation(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('standardDeviation: 0 values');
  const sums = new Float32Array(2);
  for (const value of values) {
    sums[0] += value;
    sums[1] += value * value;
  }
  const [first, second] = sums.map((sum) => sum / values.length);
  return Math.sqrt(Math.max(0, second - first * first));
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  return scale(await center(values, mean(values)), standardDeviation(values));
}
