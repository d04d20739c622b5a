import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';
import { columnSums } from '#solutions/04-standardizer/exercise';

export * from '#solutions/04-standardizer/exercise';

export const mistake = 'This takes one mean and one deviation for the whole table. Each column has its own.';

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
  const total = first.reduce((total, value, column) => total + value * x.rows + sums[column], 0);
  const means = first.map(() => total / x.data.length);
  const square = gpu.createKernel(
    function (x: number[][], means: number[]) {
      const distance = x[this.thread.y][this.thread.x] - means[this.thread.x];
      return distance * distance;
    },
    { output: [x.columns, x.rows] },
  );
  const squares = await columnSums(await square(x, means));
  return {
    means,
    standardDeviations: squares.map(() =>
      Math.sqrt(squares.reduce((total, sum) => total + sum, 0) / x.data.length),
    ),
  };
}
