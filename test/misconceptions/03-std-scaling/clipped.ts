import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale, standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'What lies beyond 2 deviations is cut off. Wild values stay wild: standardizing changes the unit alone.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  const scaled = await scale(centered, standardDeviation(values));
  return scaled.map((z) => Math.min(2, Math.max(-2, z)));
}
