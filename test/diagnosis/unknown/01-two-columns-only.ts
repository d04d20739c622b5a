import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const lesson = '01';

// The first two columns, where the known mistake leaves out the last one: in the first test, with three columns, the same.
export async function rowSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`rowSums: ${x.rows} rows, ${x.columns} columns`);
  const kernel = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let column = 0; column < this.constants.end; column++) sum += x[this.thread.x][column];
      return sum;
    },
    { output: [x.rows], constants: { end: Math.min(2, x.columns) } },
  );
  return kernel(x);
}
