import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'This is the range, from the least value to the greatest. Two wild values decide it alone.';

export function standardDeviation(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('standardDeviation needs at least 1 value, and got 0.');
  return Math.max(...values) - Math.min(...values);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
