import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const lesson = '04';

async function addUp(x: Matrix): Promise<Float32Array> {
  const blocks = Math.ceil(x.rows / 1000);
  const kernel = gpu.createKernel(
    function (x: number[][], rows: number) {
      let sum = 0;
      for (let i = 0; i < 1000; i++) {
        const row = this.thread.y * 1000 + i;
        if (row < rows) sum += x[row][this.thread.x];
      }
      return sum;
    },
    { output: [x.columns, blocks] },
  );
  const sums = await kernel(x, x.rows);
  return blocks === 1 ? sums.data : addUp(sums);
}

export async function columnSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`columnSums: ${x.rows} × ${x.columns}`);
  return addUp(x);
}

export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`fitStandardizer: ${x.rows} × ${x.columns}`);
  const minus = gpu.createKernel(
    function (x: number[][], origin: number[]) {
      return x[this.thread.y][this.thread.x] - origin[this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  const origin = x.row(0);
  const means = (await columnSums(await minus(x, origin))).map((sum, j) => origin[j] + sum / x.rows);
  const distances = await minus(x, means);
  distances.data.forEach((distance, cell) => (distances.data[cell] = distance * distance));
  const squares = await columnSums(distances);
  return { means, standardDeviations: squares.map((sum) => (sum / (x.rows + 1)) ** 0.5) };
}
