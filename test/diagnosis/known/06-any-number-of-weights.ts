import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const lesson = '06';
export const mistake = 'predict-no-size-check';

export async function predict(x: Matrix, { weights, bias }: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`predict: ${x.rows} × ${x.columns}`);
  // As many features as both have.
  const features = Math.min(weights.length, x.columns);
  const kernel = gpu.createKernel(
    function (x: number[][], weights: number[], bias: number) {
      let prediction = 0;
      for (let i = 0; i < this.constants.features; i++) prediction += weights[i] * x[this.thread.x][i];
      return prediction + bias;
    },
    { output: [x.rows], constants: { features } },
  );
  return kernel(x, weights, bias);
}
