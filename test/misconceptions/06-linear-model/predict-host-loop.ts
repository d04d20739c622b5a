import type { LinearModel, Matrix } from '#kit/data';

export * from '#solutions/06-linear-model/exercise';

export const mistake =
  'The numbers are right, but they come from a loop on the host. This exercise is about a kernel.';

export async function predict(x: Matrix, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`predict needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  if (model.weights.length !== x.columns) {
    throw new RangeError(
      `predict needs a weight for each column, and got ${model.weights.length} for ${x.columns}.`,
    );
  }
  return Float32Array.from({ length: x.rows }, (_, row) => {
    let prediction = model.bias;
    for (let column = 0; column < x.columns; column++)
      prediction += model.weights[column] * x.at(row, column);
    return prediction;
  });
}
