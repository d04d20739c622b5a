import { gpu } from '#kit/gpu';

export * from '#solutions/02-mean-centering/exercise';

export const mistake = 'This rounds the centered values to whole numbers, and small differences get lost.';

export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const subtract = gpu.createKernel(
    function (values: number[], mean: number) {
      return Math.round(values[this.thread.x] - mean);
    },
    { output: [values.length] },
  );
  return subtract(values, mean);
}
