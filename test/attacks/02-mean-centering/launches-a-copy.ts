// Computes on the host, and lets a kernel copy the finished numbers.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const copy = gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x];
    },
    { output: [values.length] },
  );
  return copy(values.map((value) => value - mean));
}
