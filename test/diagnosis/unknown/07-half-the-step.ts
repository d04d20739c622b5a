import type { Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const lesson = '07';

export async function descend(
  model: LinearModel,
  gradient: Gradient,
  learningRate: number,
): Promise<LinearModel> {
  const d = model.weights.length;
  if (d === 0 || gradient.weights.length !== d) {
    throw new RangeError(`descend: ${d} weights, ${gradient.weights.length} slopes`);
  }
  // Weights and bias in one array, and so are the slopes.
  const parameters = Float32Array.of(...model.weights, model.bias);
  const slopes = Float32Array.of(...gradient.weights, gradient.bias);
  const kernel = gpu.createKernel(
    function (parameters: number[], slopes: number[], rate: number) {
      return parameters[this.thread.x] - rate * slopes[this.thread.x];
    },
    { output: [d + 1] },
  );
  const moved = await kernel(parameters, slopes, learningRate / 2);
  return { weights: moved.subarray(0, d), bias: moved[d] };
}
