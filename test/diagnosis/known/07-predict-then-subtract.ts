import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';
import { predict } from '#solutions/06-linear-model/exercise';

export * from '#solutions/07-gradient-step/exercise';

export const lesson = '07';
export const mistake = 'residuals-two-launches';

export async function residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0 || targets.length !== x.rows) {
    throw new RangeError(`residuals: ${x.rows} × ${x.columns}, ${targets.length} targets`);
  }
  const predictions = await predict(x, model);
  const subtract = gpu.createKernel(
    function (one: number[], other: number[]) {
      return one[this.thread.x] - other[this.thread.x];
    },
    { output: [x.rows] },
  );
  return subtract(predictions, targets);
}
