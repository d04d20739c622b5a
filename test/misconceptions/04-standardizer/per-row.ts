import { Matrix, type Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';
import { columnSums } from '#solutions/04-standardizer/exercise';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'This takes the statistics of each row. Columns are what is measured alike: walk down, not along.';

export async function fitStandardizer(table: Matrix): Promise<Standardizer> {
  if (table.rows === 0 || table.columns === 0) {
    throw new RangeError(
      `fitStandardizer needs rows and columns, and got ${table.rows} and ${table.columns}.`,
    );
  }
  const x = new Matrix(table.columns, table.rows);
  table.data.forEach((value, cell) => {
    x.data[(cell % table.columns) * table.rows + Math.floor(cell / table.columns)] = value;
  });
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
