import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'variance';

export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  return mean(values.map((value) => value - middle).map((distance) => distance * distance));
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const deviation = standardDeviation(values);
  const centered = await center(values, mean(values));
  return scale(centered, deviation);
}
