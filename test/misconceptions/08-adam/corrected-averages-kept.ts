import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';
import type { AdamOptions } from '#solutions/08-adam/exercise';

export * from '#solutions/08-adam/exercise';

export const mistake =
  'The state keeps the corrected averages. Correct what the step uses, and keep the averages as they are.';

export async function adamStep(
  model: LinearModel,
  gradient: Gradient,
  state: AdamState,
  options: AdamOptions,
): Promise<{ model: LinearModel; state: AdamState }> {
  const { averages, squares } = state;
  const features = model.weights.length;
  if (
    features === 0 ||
    gradient.weights.length !== features ||
    averages.weights.length !== features ||
    squares.weights.length !== features
  ) {
    throw new RangeError(
      `adamStep needs a slope, an average and a square for each of at least 1 weight, ` +
        `and got ${gradient.weights.length}, ${averages.weights.length} and ${squares.weights.length} ` +
        `for ${features}.`,
    );
  }
  const {
    learningRate,
    momentum = 0.9,
    squaredMomentum = 0.99,
    epsilon = 1e-5,
    weightDecay = 0.01,
  } = options;
  const step = state.step + 1;
  const threads = features + 1;
  const kernel = gpu.createKernel(
    function (
      weights: number[],
      bias: number,
      slopes: number[],
      biasSlope: number,
      averages: number[],
      biasAverage: number,
      squares: number[],
      biasSquare: number,
      momentum: number,
      squaredMomentum: number,
      rate: number,
      squareShare: number,
      epsilon: number,
      kept: number,
    ) {
      let parameter = bias;
      let slope = biasSlope;
      let average = biasAverage;
      let square = biasSquare;
      if (this.thread.x < this.constants.features) {
        parameter = weights[this.thread.x] * kept;
        slope = slopes[this.thread.x];
        average = averages[this.thread.x];
        square = squares[this.thread.x];
      }
      average = momentum * average + (1 - momentum) * slope;
      if (this.thread.y === 1) return average;
      square = squaredMomentum * square + (1 - squaredMomentum) * slope * slope;
      if (this.thread.y === 2) return square;
      return parameter - (rate * average) / (Math.sqrt(square / squareShare) + epsilon);
    },
    { output: [threads, 3], constants: { features } },
  );
  const { data } = await kernel(
    model.weights,
    model.bias,
    gradient.weights,
    gradient.bias,
    averages.weights,
    averages.bias,
    squares.weights,
    squares.bias,
    momentum,
    squaredMomentum,
    learningRate / (1 - momentum ** step),
    1 - squaredMomentum ** step,
    epsilon,
    1 - learningRate * weightDecay,
  );
  return {
    model: { weights: data.slice(0, features), bias: data[features] },
    state: {
      step,
      averages: {
        weights: data.slice(threads, threads + features).map((average) => average / (1 - momentum ** step)),
        bias: data[threads + features] / (1 - momentum ** step),
      },
      squares: {
        weights: data
          .slice(2 * threads, 2 * threads + features)
          .map((square) => square / (1 - squaredMomentum ** step)),
        bias: data[2 * threads + features] / (1 - squaredMomentum ** step),
      },
    },
  };
}
