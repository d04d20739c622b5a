import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const lesson = '06';
export const mistake = 'root';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  if (predictions.length !== targets.length || targets.length < 1) {
    throw new RangeError(`meanSquaredError: sizes ${predictions.length}, ${targets.length}`);
  }
  const errorsOf = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      return predictions[this.thread.x] - targets[this.thread.x];
    },
    { output: [targets.length] },
  );
  const errors = await errorsOf(predictions, targets);
  return Math.hypot(...errors) / Math.sqrt(errors.length);
}
