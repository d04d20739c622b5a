import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake = 'This measures the distances from 0. Take them from the mean.';

export function standardDeviation(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('standardDeviation needs at least 1 value, and got 0.');
  let squares = 0;
  for (const value of values) squares += value ** 2;
  return Math.sqrt(squares / values.length);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
