import type { Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const lesson = '07';
export const mistake = 'descend-in-place';

export async function descend(
  model: LinearModel,
  gradient: Gradient,
  learningRate: number,
): Promise<LinearModel> {
  const d = model.weights.length;
  if (d === 0 || gradient.weights.length !== d) {
    throw new RangeError(`descend: ${d} weights, ${gradient.weights.length} slopes`);
  }
  const kernel = gpu.createKernel(
    function (parameters: number[], slopes: number[], rate: number) {
      return parameters[this.thread.x] - rate * slopes[this.thread.x];
    },
    { output: [d + 1] },
  );
  const moved = await kernel(
    [...model.weights, model.bias],
    [...gradient.weights, gradient.bias],
    learningRate,
  );
  const { weights } = model;
  weights.set(moved.subarray(0, d));
  return { weights, bias: moved[d] };
}
