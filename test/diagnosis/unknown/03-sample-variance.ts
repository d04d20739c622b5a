import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';

// Two mistakes at once: divided by n − 1, and the root is missing.
export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  const squares = values.map((value) => (value - middle) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / (values.length - 1);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  return scale(await center(values, mean(values)), standardDeviation(values));
}
