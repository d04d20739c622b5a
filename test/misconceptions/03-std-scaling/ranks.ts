import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale, standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'These are the ranks, standardized: all gaps have become equal. They should keep their proportions.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const sorted = values.toSorted();
  const ranks = values.map((value) => sorted.indexOf(value));
  const centered = await center(ranks, mean(ranks));
  return scale(centered, standardDeviation(ranks));
}
