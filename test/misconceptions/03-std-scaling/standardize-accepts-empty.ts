import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale, standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake = 'An empty column slips through standardize. Refuse it with a RangeError.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  if (values.length === 0) return new Float32Array(0);
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
