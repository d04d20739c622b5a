import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const lesson = '06';

export async function predict(x: Matrix, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`predict: ${x.rows} × ${x.columns}`);
  if (model.weights.length !== x.columns) {
    throw new RangeError(`predict: ${model.weights.length} weights for ${x.columns} columns`);
  }
  const kernel = gpu.createKernel(
    function (x: number[][], weights: number[], bias: number) {
      let sum = 0;
      for (let i = 0; i < this.constants.columns; i++) {
        sum += x[this.thread.x][i] * weights[i];
      }
      return sum - bias;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x, model.weights, model.bias);
}
