import { gpu } from '#kit/gpu';
import { center, mean } from '#solutions/02-mean-centering/exercise';
import { standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const mistake =
  'For a deviation of 0 the very column that went in comes back. Whoever changes the result changes the input too.';

export async function scale(values: Float32Array, standardDeviation: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('scale needs at least 1 value, and got 0.');
  if (standardDeviation === 0) return values;
  const divide = gpu.createKernel(
    function (values: number[], divisor: number) {
      return values[this.thread.x] / divisor;
    },
    { output: [values.length] },
  );
  return divide(values, standardDeviation);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
