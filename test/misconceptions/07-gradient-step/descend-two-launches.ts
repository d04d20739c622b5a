import type { Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const mistake =
  'This launches one kernel for the weights and another for the bias. One thread more than there are weights does both at once.';

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
  const move = gpu.createKernel(
    function (values: number[], slopes: number[], rate: number) {
      return values[this.thread.x] - rate * slopes[this.thread.x];
    },
    { output: [features] },
  );
  const moveBias = gpu.createKernel(
    function (value: number, slope: number, rate: number) {
      return value - rate * slope;
    },
    { output: [1] },
  );
  const [bias] = await moveBias(model.bias, gradient.bias, learningRate);
  return { weights: await move(model.weights, gradient.weights, learningRate), bias };
}
