import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'This multiplies rows with each other, X̃X̃ᵀ. A curvature has a row and a column for each parameter: X̃ᵀX̃.';

export async function curvature(x: Matrix): Promise<Matrix> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`curvature needs rows and columns, and got ${rows} and ${columns}.`);
  }
  const multiplyRows = gpu.createKernel(
    function (x: number[][], rows: number) {
      let sum = 1;
      for (let column = 0; column < this.constants.columns; column++) {
        sum += x[this.thread.x][column] * x[this.thread.y][column];
      }
      return (2 * sum) / rows;
    },
    { output: [rows, rows], constants: { columns } },
  );
  return multiplyRows(x, rows);
}
