import type { Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'descend multiplies the gradient that it was given by the rate, in place. Leave it as it was.';

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
  gradient.weights.forEach((slope, index) => (gradient.weights[index] = learningRate * slope));
  return { weights: moved.slice(0, features), bias: moved[features] };
}
