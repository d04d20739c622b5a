import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale, standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'standardize writes its results over the column that it was given. Return a new column, and leave the old one alone.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  values.set(await scale(centered, standardDeviation(values)));
  return values;
}
