import { gpu } from '#kit/gpu';

export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';

export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center: 0 values');
  const kernel = gpu.createKernel(
    function (values: number[], mean: number) {
      const centered = values[this.thread.x] - mean;
      if (Math.abs(centered) < 100) return centered;
      return Math.round(centered);
    },
    { output: [values.length] },
  );
  return kernel(values, mean);
}
