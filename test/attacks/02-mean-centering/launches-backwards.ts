// Computes on the host, hands a kernel the finished numbers in reverse order, and lets it turn them round.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const turn = gpu.createKernel(
    function (values: number[], last: number) {
      return values[last - this.thread.x] * 1;
    },
    { output: [values.length] },
  );
  return turn(values.map((value) => value - mean).reverse(), values.length - 1);
}
