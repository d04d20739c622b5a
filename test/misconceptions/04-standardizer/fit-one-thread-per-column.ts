import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';
import { columnSums } from '#solutions/04-standardizer/exercise';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'One thread reads a whole column to add up its squares. Leave the adding to columnSums, which works in blocks.';

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
  const addSquares = gpu.createKernel(
    function (x: number[][], means: number[]) {
      let sum = 0;
      for (let row = 0; row < this.constants.rows; row++) {
        const distance = x[row][this.thread.x] - means[this.thread.x];
        sum += distance * distance;
      }
      return sum;
    },
    { output: [x.columns], constants: { rows: x.rows } },
  );
  const squares = await addSquares(x, means);
  return { means, standardDeviations: squares.map((sum) => Math.sqrt(sum / x.rows)) };
}
