import type { Gradient, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const lesson = '07';

export async function gradient(x: Matrix, residuals: Float32Array): Promise<Gradient> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) throw new RangeError(`gradient: ${rows} × ${columns}`);
  if (residuals.length !== rows)
    throw new RangeError(`gradient: ${rows} rows, ${residuals.length} residuals`);
  const blocks = Math.ceil(rows / 2000);
  const kernel = gpu.createKernel(
    function (x: number[][], residuals: number[]) {
      let sum = 0;
      for (let i = 0; i < 2000; i++) {
        const row = this.thread.y * 2000 + i;
        if (row < this.constants.rows) {
          if (this.thread.x === this.constants.columns) sum += residuals[row];
          else sum += residuals[row] * x[row][this.thread.x];
        }
      }
      return (2 * sum) / (this.constants.rows + this.constants.columns);
    },
    { output: [columns + 1, blocks], constants: { rows, columns } },
  );
  const parts = await kernel(x, residuals);
  const slopes = parts.row(0);
  for (let block = 1; block < blocks; block++) parts.row(block).forEach((part, j) => (slopes[j] += part));
  return { weights: slopes.slice(0, -1), bias: slopes[columns] };
}
