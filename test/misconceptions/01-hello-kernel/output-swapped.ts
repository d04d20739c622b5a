import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'The two output sizes are swapped. gpu.js counts columns first: output: [columns, rows].';

export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError(`differences needs values on both sides, and got ${a.length} and ${b.length}.`);
  }
  const kernel = gpu.createKernel(
    function (a: number[], b: number[]) {
      return a[this.thread.y] - b[this.thread.x];
    },
    { output: [a.length, b.length] },
  );
  return kernel(a, b);
}
