import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale, standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake = 'Every value has moved one place on. Entry i should belong to value i.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  const scaled = await scale(centered, standardDeviation(values));
  return scaled.map((_, i) => scaled[(i + scaled.length - 1) % scaled.length]);
}
