import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';
import type { AdamOptions } from '#solutions/08-adam/exercise';

export * from '#solutions/08-adam/exercise';

export const lesson = '08';
export const mistake = 'decay-without-rate';

/** Weights first, and the bias behind them. */
const line = ({ weights, bias }: LinearModel) => Float32Array.of(...weights, bias);
const parts = (line: Float32Array): LinearModel => ({
  weights: line.slice(0, -1),
  bias: line[line.length - 1],
});

export async function adamStep(
  model: LinearModel,
  gradient: Gradient,
  state: AdamState,
  options: AdamOptions,
): Promise<{ model: LinearModel; state: AdamState }> {
  const sizes = [model, gradient, state.averages, state.squares].map(({ weights }) => weights.length);
  const [d] = sizes;
  if (d === 0 || sizes.some((size) => size !== d)) throw new RangeError(`adamStep: ${sizes.join(', ')}`);
  const {
    learningRate,
    momentum = 0.9,
    squaredMomentum = 0.99,
    epsilon = 1e-5,
    weightDecay = 0.01,
  } = options;
  const step = state.step + 1;
  const kernel = gpu.createKernel(
    function (
      parameters: number[],
      slopes: number[],
      averages: number[],
      squares: number[],
      momentum: number,
      squaredMomentum: number,
      step: number,
      rate: number,
      epsilon: number,
      decay: number,
    ) {
      const i = this.thread.x;
      const slope = slopes[i];
      const average = momentum * averages[i] + (1 - momentum) * slope;
      const square = squaredMomentum * squares[i] + (1 - squaredMomentum) * slope ** 2;
      if (this.thread.y === 1) return average;
      if (this.thread.y === 2) return square;
      const m = average / (1 - momentum ** step);
      const v = square / (1 - squaredMomentum ** step);
      let kept = 1;
      if (i < this.constants.d) kept = 1 - decay;
      return parameters[i] * kept - (rate * m) / (Math.sqrt(v) + epsilon);
    },
    { output: [d + 1, 3], constants: { d } },
  );
  const result = await kernel(
    line(model),
    line(gradient),
    line(state.averages),
    line(state.squares),
    momentum,
    squaredMomentum,
    step,
    learningRate,
    epsilon,
    weightDecay,
  );
  return {
    model: parts(result.row(0)),
    state: { step, averages: parts(result.row(1)), squares: parts(result.row(2)) },
  };
}
