import type { Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'The bias stays where it was. It is a parameter like the weights, with a slope of its own.';

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
  return { weights: moved.slice(0, features), bias: model.bias };
}
