import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';

export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  return Math.sqrt(squares / (values.length - 2));
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  return scale(await center(values, mean(values)), standardDeviation(values));
}
