import type { Gradient, LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

/** A thread reads two values for each row: 2,048 rows make the 4,096 reads that it may do. */
const MOST_ROWS = 2048;

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
  // Lesson 06's predict, with the subtraction in the same thread: a training does this at every step, and
  // a second launch would cost more than the subtraction.
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

export async function gradient(x: Matrix, residuals: Float32Array): Promise<Gradient> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`gradient needs rows and columns, and got ${rows} and ${columns}.`);
  }
  if (residuals.length !== rows) {
    throw new RangeError(`gradient needs a residual for each row, and got ${residuals.length} for ${rows}.`);
  }
  // A batch, in a training thousands of times: d + 1 threads, one for each weight, and the last one for the
  // bias, whose feature is 1 in every row. What comes back is the gradient already.
  if (rows <= MOST_ROWS) {
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
  // More rows than a thread may read: the same threads, in a line for each block.
  const blocks = Math.ceil(rows / MOST_ROWS);
  const kernel = gpu.createKernel(
    function (x: number[][], residuals: number[]) {
      const start = this.thread.y * this.constants.height;
      const end = Math.min(start + this.constants.height, this.constants.rows);
      let sum = 0;
      if (this.thread.x < this.constants.columns) {
        for (let row = start; row < end; row++) sum += x[row][this.thread.x] * residuals[row];
      } else {
        for (let row = start; row < end; row++) sum += residuals[row];
      }
      return sum;
    },
    { output: [columns + 1, blocks], constants: { rows, columns, height: MOST_ROWS } },
  );
  const sums = await kernel(x, residuals);
  // The blocks meet on the host, in float64: there are few of them.
  const slopes = new Float64Array(columns + 1);
  sums.data.forEach((sum, cell) => (slopes[cell % (columns + 1)] += (2 * sum) / rows));
  return { weights: Float32Array.from(slopes.subarray(0, columns)), bias: slopes[columns] };
}

export async function descend(
  model: LinearModel,
  gradient: Gradient,
  learningRate: number,
): Promise<LinearModel> {
  const features = model.weights.length;
  if (features === 0 || gradient.weights.length !== features) {
    throw new RangeError(
      `descend needs a slope for each weight, and at least 1 of them, ` +
        `and got ${gradient.weights.length} for ${features}.`,
    );
  }
  // Weights and bias in one launch: the last thread is the bias's. The rate is an argument, so that a
  // schedule may change it at every step without another kernel being compiled.
  const kernel = gpu.createKernel(
    function (weights: number[], bias: number, slopes: number[], biasSlope: number, rate: number) {
      if (this.thread.x < this.constants.features) {
        return weights[this.thread.x] - rate * slopes[this.thread.x];
      }
      return bias - rate * biasSlope;
    },
    { output: [features + 1], constants: { features } },
  );
  const moved = await kernel(model.weights, model.bias, gradient.weights, gradient.bias, learningRate);
  return { weights: moved.slice(0, features), bias: moved[features] };
}
