import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export async function predict(x: Matrix, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`predict needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  // A weight too few would read outside, and one too many would go unnoticed.
  if (model.weights.length !== x.columns) {
    throw new RangeError(
      `predict needs a weight for each column, and got ${model.weights.length} for ${x.columns}.`,
    );
  }
  // Weights and bias change at every step of a training, so they are arguments; only the loop's end is a
  // constant. The walk begins at the bias: it belongs to a row once, however many features there are.
  const kernel = gpu.createKernel(
    function (x: number[][], weights: number[], bias: number) {
      let prediction = bias;
      for (let column = 0; column < this.constants.columns; column++) {
        prediction += weights[column] * x[this.thread.x][column];
      }
      return prediction;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x, model.weights, model.bias);
}

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  if (predictions.length === 0 || predictions.length !== targets.length) {
    throw new RangeError(
      `meanSquaredError needs a target for each prediction, and at least 1 of them, ` +
        `and got ${predictions.length} predictions and ${targets.length} targets.`,
    );
  }
  const squaredErrors = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      const error = predictions[this.thread.x] - targets[this.thread.x];
      return error * error;
    },
    { output: [predictions.length] },
  );
  // Added up on the host, in float64: a float32 total of many squares stops noticing the small ones.
  let total = 0;
  for (const square of await squaredErrors(predictions, targets)) total += square;
  return total / predictions.length;
}
