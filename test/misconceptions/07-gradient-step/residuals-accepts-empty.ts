import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'An empty table slips through residuals. Refuse it with a RangeError that names both sizes.';

export async function residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    return targets.map((target) => model.bias - target);
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
      return prediction - targets[this.thread.x];
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x, targets, model.weights, model.bias);
}
