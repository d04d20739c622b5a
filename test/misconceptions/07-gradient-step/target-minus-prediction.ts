import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'This is target − prediction. The other way round, a residual above 0 says that the prediction is too high.';

export async function residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`residuals needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  if (targets.length !== x.rows) {
    throw new RangeError(`residuals needs a target for each row, and got ${targets.length} for ${x.rows}.`);
  }
  if (model.weights.length !== x.columns) {
    throw new RangeError(
      `residuals needs a weight for each column, and got ${model.weights.length} for ${x.columns}.`,
    );
  }
  const kernel = gpu.createKernel(
    function (x: number[][], targets: number[], weights: number[], bias: number) {
      let prediction = bias;
      for (let column = 0; column < this.constants.columns; column++) {
        prediction += weights[column] * x[this.thread.x][column];
      }
      return targets[this.thread.x] - prediction;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x, targets, model.weights, model.bias);
}
