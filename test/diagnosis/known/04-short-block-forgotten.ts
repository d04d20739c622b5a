import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const lesson = '04';
export const mistake = 'last-block-dropped';

export async function columnSums(x: Matrix): Promise<Float32Array> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) throw new RangeError(`columnSums: ${rows} × ${columns}`);
  const height = Math.min(4096, rows);
  const blocks = Math.floor(rows / height);
  const kernel = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let i = 0; i < this.constants.height; i++) {
        sum += x[this.thread.y * this.constants.height + i][this.thread.x];
      }
      return sum;
    },
    { output: [columns, blocks], constants: { height } },
  );
  const sums = await kernel(x);
  return blocks === 1 ? sums.data : columnSums(sums);
}

export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`fitStandardizer: ${x.rows} × ${x.columns}`);
  const first = x.row(0);
  const subtract = gpu.createKernel(
    function (x: number[][], from: number[]) {
      return x[this.thread.y][this.thread.x] - from[this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  const sums = await columnSums(await subtract(x, first));
  const means = first.map((value, j) => value + sums[j] / x.rows);
  const square = gpu.createKernel(
    function (x: number[][], means: number[]) {
      return (x[this.thread.y][this.thread.x] - means[this.thread.x]) ** 2;
    },
    { output: [x.columns, x.rows] },
  );
  const squares = await columnSums(await square(x, means));
  return { means, standardDeviations: squares.map((sum) => Math.sqrt(sum / x.rows)) };
}
