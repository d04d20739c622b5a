import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'One thread walks down all the rows for its cell, however many there are. Split them into blocks, with a thread for each.';

export async function curvature(x: Matrix): Promise<Matrix> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`curvature needs rows and columns, and got ${rows} and ${columns}.`);
  }
  const multiply = gpu.createKernel(
    function (x: number[][], columns: number) {
      let sum = 0;
      for (let row = 0; row < this.constants.rows; row++) {
        let one = 1;
        let two = 1;
        if (this.thread.x < columns) one = x[row][this.thread.x];
        if (this.thread.y < columns) two = x[row][this.thread.y];
        sum += one * two;
      }
      return (2 * sum) / this.constants.rows;
    },
    { output: [columns + 1, columns + 1], constants: { rows } },
  );
  return multiply(x, columns);
}
