import { center } from '#solutions/02-mean-centering/exercise';
import { scale, standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake = 'The values are centered on their median. A standardized column has its mean at 0.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('standardize needs at least 1 value, and got 0.');
  const sorted = values.toSorted();
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return scale(await center(values, median), standardDeviation(values));
}
