import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';
import { predict } from '#solutions/06-linear-model/exercise';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'This launches one kernel to predict and another to subtract. A thread that has its prediction can subtract the target at once.';

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
  const predictions = await predict(x, model);
  const kernel = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      return predictions[this.thread.x] - targets[this.thread.x];
    },
    { output: [x.rows] },
  );
  return kernel(predictions, targets);
}
