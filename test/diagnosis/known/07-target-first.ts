import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/07-gradient-step/exercise';

export const lesson = '07';
export const mistake = 'target-minus-prediction';

export async function residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`residuals: ${x.rows} × ${x.columns}`);
  if (targets.length !== x.rows) throw new RangeError(`residuals: ${x.rows} rows, ${targets.length} targets`);
  if (model.weights.length !== x.columns) {
    throw new RangeError(`residuals: ${x.columns} columns, ${model.weights.length} weights`);
  }
  const kernel = gpu.createKernel(
    function (x: number[][], targets: number[], weights: number[], bias: number) {
      let left = targets[this.thread.x] - bias;
      for (let j = 0; j < this.constants.columns; j++) left -= weights[j] * x[this.thread.x][j];
      return left;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x, targets, model.weights, model.bias);
}
