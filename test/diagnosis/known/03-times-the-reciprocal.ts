import { gpu } from '#kit/gpu';
import { center, mean } from '#solutions/02-mean-centering/exercise';
import { standardDeviation } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'nan-for-constant';

export async function scale(values: Float32Array, standardDeviation: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('scale: 0 values');
  const multiply = gpu.createKernel(
    function (values: number[], factor: number) {
      return values[this.thread.x] * factor;
    },
    { output: [values.length] },
  );
  return multiply(values, 1 / standardDeviation);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
