import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const lesson = '01';

export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  if (a.length === 0 || b.length === 0)
    throw new RangeError(`differences: ${a.length} and ${b.length} values`);
  const kernel = gpu.createKernel(
    function (a: number[], b: number[]) {
      return Math.abs(a[this.thread.y] - b[this.thread.x]);
    },
    { output: [b.length, a.length] },
  );
  return kernel(a, b);
}
