import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export interface AdamOptions {
  readonly learningRate: number;
  readonly momentum?: number;
  readonly squaredMomentum?: number;
  readonly epsilon?: number;
  readonly weightDecay?: number;
}

export function startAdam(features: number): AdamState {
  if (!(features >= 1)) throw new RangeError(`startAdam needs at least 1 feature, and got ${features}.`);
  // An array each: averages and squares are two things, even while both are 0.
  return {
    step: 0,
    averages: { weights: new Float32Array(features), bias: 0 },
    squares: { weights: new Float32Array(features), bias: 0 },
  };
}

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
  // Defaults by destructuring, which replaces only what is undefined: a decay of 0 stays 0.
  const {
    learningRate,
    momentum = 0.9,
    squaredMomentum = 0.99,
    epsilon = 1e-5,
    weightDecay = 0.01,
  } = options;
  const step = state.step + 1;
  // New parameters, averages and squares in one launch: a training does this thousands of times, and a launch
  // costs far more than working out an average three times. Three lines of threads would read more easily, but
  // their results come as a table, which takes longer to fetch than a column.
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
      // The bias is the last of its line, and does not decay.
      const part = Math.floor(this.thread.x / this.constants.threads);
      const place = this.thread.x - part * this.constants.threads;
      let parameter = bias;
      let slope = biasSlope;
      let average = biasAverage;
      let square = biasSquare;
      if (place < this.constants.features) {
        parameter = weights[place] * kept;
        slope = slopes[place];
        average = averages[place];
        square = squares[place];
      }
      average = momentum * average + (1 - momentum) * slope;
      if (part === 1) return average;
      square = squaredMomentum * square + (1 - squaredMomentum) * slope * slope;
      if (part === 2) return square;
      return parameter - (rate * average) / (Math.sqrt(square / squareShare) + epsilon);
    },
    { output: [3 * threads], constants: { features, threads } },
  );
  // What is the same for every thread is worked out here, once. Averages and squares began at 0, and after t
  // steps a share of momentumᵗ is still that 0: divided by the rest, they are means of slopes alone.
  const data = await kernel(
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
      averages: { weights: data.slice(threads, threads + features), bias: data[threads + features] },
      squares: {
        weights: data.slice(2 * threads, 2 * threads + features),
        bias: data[2 * threads + features],
      },
    },
  };
}
