import { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'The bias comes first here. Its row and its column belong behind those of the weights.';

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
        if (this.thread.x > 0) one = x[row][this.thread.x - 1];
        if (other > 0) two = x[row][other - 1];
        sum += one * two;
      }
      return sum;
    },
    { output: [size, size * blocks], constants: { blockRows: BLOCK_ROWS } },
  );
  const sums = await addBlock(x, rows, columns);
  const bends = new Float64Array(size * size);
  sums.data.forEach((sum, cell) => (bends[cell % bends.length] += (2 * sum) / rows));
  return new Matrix(size, size, Float32Array.from(bends));
}
