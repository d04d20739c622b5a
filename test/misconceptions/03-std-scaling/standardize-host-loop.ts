import { mean } from '#solutions/02-mean-centering/exercise';
import { standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'The numbers are right, but they come from a loop on the host. Build on center and scale, which run as kernels.';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const middle = mean(values);
  const deviation = standardDeviation(values) || 1;
  return values.map((value) => (value - middle) / deviation);
}
