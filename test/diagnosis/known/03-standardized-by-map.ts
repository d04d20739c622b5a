import { mean } from '#solutions/02-mean-centering/exercise';
import { standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'standardize-host-loop';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const middle = mean(values);
  const unit = standardDeviation(values) || 1;
  return Float32Array.from(values, (value) => (value - middle) / unit);
}
