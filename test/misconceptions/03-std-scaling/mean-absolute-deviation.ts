import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'This is the mean absolute deviation, the average distance. The standard deviation squares the distances first.';

export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  let distances = 0;
  for (const value of values) distances += Math.abs(value - middle);
  return distances / values.length;
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
