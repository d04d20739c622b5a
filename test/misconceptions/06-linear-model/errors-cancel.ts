import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const mistake =
  'This squares the mean error, so errors to both sides cancel. Square each one first, then take the mean.';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  if (predictions.length === 0 || predictions.length !== targets.length) {
    throw new RangeError(
      `meanSquaredError needs a target for each prediction, and at least 1 of them, ` +
        `and got ${predictions.length} predictions and ${targets.length} targets.`,
    );
  }
  const squaredErrors = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      const error = predictions[this.thread.x] - targets[this.thread.x];
      return error;
    },
    { output: [predictions.length] },
  );
  let total = 0;
  for (const square of await squaredErrors(predictions, targets)) total += square;
  return (total / predictions.length) ** 2;
}
