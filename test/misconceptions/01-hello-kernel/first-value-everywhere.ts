import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'Each thread doubles the first value instead of its own: values[0] is the same for all of them.';

export async function double(values: Float32Array): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('double needs at least 1 value, and got 0.');
  const kernel = gpu.createKernel(
    function (values: number[]) {
      return 2 * values[0];
    },
    { output: [values.length] },
  );
  return kernel(values);
}
