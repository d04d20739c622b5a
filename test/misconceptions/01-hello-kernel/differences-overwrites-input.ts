import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'differences writes into the column a that it was given. Return a new table, and leave the inputs alone.';

export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError(`differences needs values on both sides, and got ${a.length} and ${b.length}.`);
  }
  const kernel = gpu.createKernel(
    function (a: number[], b: number[]) {
      return a[this.thread.y] - b[this.thread.x];
    },
    { output: [b.length, a.length] },
  );
  const table = await kernel(a, b);
  a.forEach((_, row) => (a[row] = table.at(row, 0)));
  return table;
}
