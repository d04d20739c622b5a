import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'This divides by n − 1, the deviation of a sample. Here the values are the whole population: divide by n.';

export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
