import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const lesson = '06';
export const mistake = 'error-overwrites-input';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  const n = predictions.length;
  if (n === 0 || n !== targets.length) throw new RangeError(`meanSquaredError: ${n} and ${targets.length}`);
  const kernel = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      return (predictions[this.thread.x] - targets[this.thread.x]) ** 2;
    },
    { output: [n] },
  );
  const squares = await kernel(predictions, targets);
  for (let i = 0; i < n; i++) predictions[i] = squares[i];
  return predictions.reduce((total, square) => total + square, 0) / n;
}
