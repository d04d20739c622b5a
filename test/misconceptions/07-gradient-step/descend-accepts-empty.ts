import type { Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'A model without weights slips through descend. Refuse it with a RangeError that names the size, 0.';

export async function descend(
  model: LinearModel,
  gradient: Gradient,
  learningRate: number,
): Promise<LinearModel> {
  const features = model.weights.length;
  if (features === 0 && gradient.weights.length === 0) {
    return { weights: new Float32Array(0), bias: model.bias - learningRate * gradient.bias };
  }
  if (gradient.weights.length !== features) {
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
  return { weights: moved.slice(0, features), bias: moved[features] };
}
