import type { AdamState, Gradient, LinearModel } from '#kit/data';
import type { AdamOptions } from '#solutions/08-adam/exercise';

export * from '#solutions/08-adam/exercise';

export const mistake =
  'The numbers are right, but they come from a loop on the host. This exercise is about a kernel.';

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
  const blend = (factor: number, old: number, now: number) => factor * old + (1 - factor) * now;
  const moved = (parameter: number, average: number, square: number) => {
    const root = Math.sqrt(square / (1 - squaredMomentum ** step));
    return parameter - (learningRate * average) / (1 - momentum ** step) / (root + epsilon);
  };
  const newAverages = {
    weights: averages.weights.map((average, j) => blend(momentum, average, gradient.weights[j])),
    bias: blend(momentum, averages.bias, gradient.bias),
  };
  const newSquares = {
    weights: squares.weights.map((square, j) => blend(squaredMomentum, square, gradient.weights[j] ** 2)),
    bias: blend(squaredMomentum, squares.bias, gradient.bias ** 2),
  };
  const kept = 1 - learningRate * weightDecay;
  return {
    model: {
      weights: model.weights.map((weight, j) =>
        moved(weight * kept, newAverages.weights[j], newSquares.weights[j]),
      ),
      bias: moved(model.bias, newAverages.bias, newSquares.bias),
    },
    state: { step, averages: newAverages, squares: newSquares },
  };
}
