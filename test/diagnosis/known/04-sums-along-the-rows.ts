import { Matrix, type Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const lesson = '04';
export const mistake = 'rows-summed';

export async function columnSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`columnSums: ${x.rows} × ${x.columns}`);
  const kernel = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let i = 0; i < this.constants.columns; i++) sum += x[this.thread.x][i];
      return sum;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x);
}

export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`fitStandardizer: ${x.rows} × ${x.columns}`);
  const first = x.row(0);
  const moved = new Matrix(
    x.rows,
    x.columns,
    x.data.map((value, cell) => value - first[cell % x.columns]),
  );
  const means = (await columnSums(moved)).map((sum, j) => first[j] + sum / x.rows);
  const square = gpu.createKernel(
    function (x: number[][], means: number[]) {
      return (x[this.thread.y][this.thread.x] - means[this.thread.x]) ** 2;
    },
    { output: [x.columns, x.rows] },
  );
  const squares = await columnSums(await square(x, means));
  return { means, standardDeviations: squares.map((sum) => Math.sqrt(sum / x.rows)) };
}
