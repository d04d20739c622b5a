import { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'The sums are divided by n − 1. The loss is a mean over all n rows, and so is its curvature.';

const BLOCK_ROWS = 512;

export async function curvature(x: Matrix): Promise<Matrix> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`curvature needs rows and columns, and got ${rows} and ${columns}.`);
  }
  const size = columns + 1;
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  const addBlock = gpu.createKernel(
    function (x: number[][], rows: number, columns: number) {
      const block = Math.floor((this.thread.y + 0.5) / (columns + 1));
      const other = this.thread.y - block * (columns + 1);
      let sum = 0;
      for (let step = 0; step < this.constants.blockRows; step++) {
        const row = block * this.constants.blockRows + step;
        if (row >= rows) break;
        let one = 1;
        let two = 1;
        if (this.thread.x < columns) one = x[row][this.thread.x];
        if (other < columns) two = x[row][other];
        sum += one * two;
      }
      return sum;
    },
    { output: [size, size * blocks], constants: { blockRows: BLOCK_ROWS } },
  );
  const sums = await addBlock(x, rows, columns);
  const bends = new Float64Array(size * size);
  sums.data.forEach((sum, cell) => (bends[cell % bends.length] += (2 * sum) / (rows - 1)));
  return new Matrix(size, size, Float32Array.from(bends));
}
