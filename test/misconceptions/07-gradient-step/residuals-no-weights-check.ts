import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'A weight too many or too few slips through residuals, and a weight too many goes unnoticed.';

export async function residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`residuals needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  if (targets.length !== x.rows) {
    throw new RangeError(`residuals needs a target for each row, and got ${targets.length} for ${x.rows}.`);
  }
  const kernel = gpu.createKernel(
    function (x: number[][], targets: number[], weights: number[], bias: number) {
      let prediction = bias;
      for (let column = 0; column < this.constants.columns; column++) {
        prediction += weights[column] * x[this.thread.x][column];
      }
      return prediction - targets[this.thread.x];
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x, targets, model.weights, model.bias);
}
