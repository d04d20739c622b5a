import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const lesson = '06';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  const n = predictions.length;
  if (n === 0 || targets.length !== n) throw new RangeError(`meanSquaredError: ${n} and ${targets.length}`);
  const kernel = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      return 0.5 * (targets[this.thread.x] - predictions[this.thread.x]) ** 2;
    },
    { output: [n] },
  );
  return Array.from(await kernel(predictions, targets)).reduce((total, half) => total + half, 0) / (n - 1);
}
