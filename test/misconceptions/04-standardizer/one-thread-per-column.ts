import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'One thread adds up a whole column, however long. Give each thread a block of rows, and add up the blocks.';

export async function columnSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`columnSums needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  const addColumn = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let row = 0; row < this.constants.rows; row++) {
        sum += x[row][this.thread.x];
      }
      return sum;
    },
    { output: [x.columns], constants: { rows: x.rows } },
  );
  return addColumn(x);
}

export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`fitStandardizer needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  const subtract = gpu.createKernel(
    function (x: number[][], first: number[]) {
      return x[this.thread.y][this.thread.x] - first[this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  const first = x.row(0);
  const sums = await columnSums(await subtract(x, first));
  const means = first.map((value, column) => value + sums[column] / x.rows);
  const square = gpu.createKernel(
    function (x: number[][], means: number[]) {
      const distance = x[this.thread.y][this.thread.x] - means[this.thread.x];
      return distance * distance;
    },
    { output: [x.columns, x.rows] },
  );
  const squares = await columnSums(await square(x, means));
  return { means, standardDeviations: squares.map((sum) => Math.sqrt(sum / x.rows)) };
}
