import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const lesson = '06';
export const mistake = 'errors-cancel';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  const n = predictions.length;
  if (n === 0 || n !== targets.length) throw new RangeError(`meanSquaredError: ${n} and ${targets.length}`);
  const kernel = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      return targets[this.thread.x] - predictions[this.thread.x];
    },
    { output: [n] },
  );
  let sum = 0;
  for (const error of await kernel(predictions, targets)) sum += error;
  return (sum * sum) / (n * n);
}
