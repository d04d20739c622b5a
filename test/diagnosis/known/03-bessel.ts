import { gpu } from '#kit/gpu';
import { center, mean } from '#solutions/02-mean-centering/exercise';

export const lesson = '03';
export const mistake = 'sample-std';

function variance(values: Float32Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0) / values.length;
}

export function standardDeviation(values: Float32Array): number {
  const n = values.length;
  return Math.sqrt((variance(values) * n) / (n - 1));
}

export async function scale(values: Float32Array, standardDeviation: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('scale needs values, and got 0');
  const kernel = gpu.createKernel(
    function (values: number[], by: number) {
      if (by === 0) return values[this.thread.x];
      return values[this.thread.x] / by;
    },
    { output: [values.length] },
  );
  return kernel(values, standardDeviation);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  return scale(await center(values, mean(values)), standardDeviation(values));
}
