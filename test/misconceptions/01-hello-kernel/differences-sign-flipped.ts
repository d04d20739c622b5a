import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake = 'This subtracts the wrong way round: b minus a.';

export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError(`differences needs values on both sides, and got ${a.length} and ${b.length}.`);
  }
  const kernel = gpu.createKernel(
    function (a: number[], b: number[]) {
      return b[this.thread.x] - a[this.thread.y];
    },
    { output: [b.length, a.length] },
  );
  return kernel(a, b);
}
