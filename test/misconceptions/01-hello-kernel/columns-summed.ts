import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'This adds up the columns. A row sum keeps the row, and walks along its columns: x[row][column].';

export async function rowSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`rowSums needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  const kernel = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let row = 0; row < this.constants.rows; row++) {
        sum += x[row][this.thread.x];
      }
      return sum;
    },
    { output: [x.columns], constants: { rows: x.rows } },
  );
  return kernel(x);
}
