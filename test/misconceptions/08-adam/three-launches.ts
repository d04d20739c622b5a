import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';
import type { AdamOptions } from '#solutions/08-adam/exercise';

export * from '#solutions/08-adam/exercise';

export const mistake =
  'This launches a kernel each for averages, squares and parameters. With output: [d + 1, 3] one launch does all three.';

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
  const blend = gpu.createKernel(
    function (old: number[], now: number[], factor: number) {
      return factor * old[this.thread.x] + (1 - factor) * now[this.thread.x];
    },
    { output: [features + 1] },
  );
  const move = gpu.createKernel(
    function (
      parameters: number[],
      averages: number[],
      squares: number[],
      rate: number,
      squareShare: number,
      epsilon: number,
      kept: number,
    ) {
      let parameter = parameters[this.thread.x];
      if (this.thread.x < this.constants.features) parameter *= kept;
      return (
        parameter -
        (rate * averages[this.thread.x]) / (Math.sqrt(squares[this.thread.x] / squareShare) + epsilon)
      );
    },
    { output: [features + 1], constants: { features } },
  );
  const line = ({ weights, bias }: LinearModel) => Float32Array.of(...weights, bias);
  const slopes = line(gradient);
  const newAverages = await blend(line(averages), slopes, momentum);
  const newSquares = await blend(
    line(squares),
    slopes.map((slope) => slope * slope),
    squaredMomentum,
  );
  const moved = await move(
    line(model),
    newAverages,
    newSquares,
    learningRate / (1 - momentum ** step),
    1 - squaredMomentum ** step,
    epsilon,
    1 - learningRate * weightDecay,
  );
  const parts = (values: Float32Array) => ({ weights: values.slice(0, features), bias: values[features] });
  return {
    model: parts(moved),
    state: { step, averages: parts(newAverages), squares: parts(newSquares) },
  };
}
