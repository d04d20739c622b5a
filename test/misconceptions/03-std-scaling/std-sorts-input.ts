import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'standardDeviation sorts the column that it was given, in place. Whoever handed it over still needs its order.';

export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  let squares = 0;
  for (const value of values.sort()) squares += (value - middle) ** 2;
  return Math.sqrt(squares / values.length);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
