import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';
import { columnSums } from '#solutions/04-standardizer/exercise';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'This subtracts mean(x)² from mean(x²), both in float32. Far from 0 they are almost equal, and the digits that matter are gone.';

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
    function (x: number[][]) {
      return x[this.thread.y][this.thread.x] * x[this.thread.y][this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  const squares = await columnSums(await square(x));
  return {
    means,
    standardDeviations: squares.map((sum, column) => {
      const variance = Math.fround(Math.fround(sum / x.rows) - Math.fround(means[column] ** 2));
      return Math.sqrt(Math.max(0, variance));
    }),
  };
}
