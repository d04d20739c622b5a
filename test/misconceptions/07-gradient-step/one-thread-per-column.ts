import type { Gradient, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'One thread walks down all the rows of its column, however many there are. Split them into blocks, with a thread for each.';

export async function gradient(x: Matrix, residuals: Float32Array): Promise<Gradient> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`gradient needs rows and columns, and got ${rows} and ${columns}.`);
  }
  if (residuals.length !== rows) {
    throw new RangeError(`gradient needs a residual for each row, and got ${residuals.length} for ${rows}.`);
  }
  const kernel = gpu.createKernel(
    function (x: number[][], residuals: number[]) {
      let sum = 0;
      if (this.thread.x < this.constants.columns) {
        for (let row = 0; row < this.constants.rows; row++) sum += x[row][this.thread.x] * residuals[row];
      } else {
        for (let row = 0; row < this.constants.rows; row++) sum += residuals[row];
      }
      return (2 * sum) / this.constants.rows;
    },
    { output: [columns + 1], constants: { rows, columns } },
  );
  const slopes = await kernel(x, residuals);
  return { weights: slopes.slice(0, columns), bias: slopes[columns] };
}
