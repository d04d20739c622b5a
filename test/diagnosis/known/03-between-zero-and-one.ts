import { gpu } from '#kit/gpu';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'min-max';

export async function standardize(values: Float32Array): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('standardize: 0 values');
  const sorted = values.toSorted();
  const low = sorted[0];
  const high = sorted[sorted.length - 1];
  const squeeze = gpu.createKernel(
    function (values: number[], low: number, width: number) {
      return (values[this.thread.x] - low) / width;
    },
    { output: [values.length] },
  );
  return squeeze(values, low, high > low ? high - low : 1);
}
