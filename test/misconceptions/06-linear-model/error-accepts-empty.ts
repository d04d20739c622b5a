import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const mistake =
  'Empty columns slip through meanSquaredError. Refuse them with a RangeError: 0 / 0 is NaN, and 0 would say that all is right.';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  if (predictions.length === 0 && targets.length === 0) return 0;
  if (predictions.length !== targets.length) {
    throw new RangeError(
      `meanSquaredError needs a target for each prediction, and at least 1 of them, ` +
        `and got ${predictions.length} predictions and ${targets.length} targets.`,
    );
  }
  const squaredErrors = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      const error = predictions[this.thread.x] - targets[this.thread.x];
      return error * error;
    },
    { output: [predictions.length] },
  );
  let total = 0;
  for (const square of await squaredErrors(predictions, targets)) total += square;
  return total / predictions.length;
}
