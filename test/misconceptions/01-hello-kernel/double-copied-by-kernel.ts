import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'The values are doubled on the host, and the kernel only copies them. Let each thread do the doubling.';

export async function double(values: Float32Array): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('double needs at least 1 value, and got 0.');
  const doubled = values.map((value) => 2 * value);
  const kernel = gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x];
    },
    { output: [values.length] },
  );
  return kernel(doubled);
}
