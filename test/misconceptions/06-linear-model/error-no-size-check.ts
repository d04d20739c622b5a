import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const mistake =
  'Columns of different lengths slip through meanSquaredError, and the rest of the longer one goes unnoticed.';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  if (predictions.length === 0) {
    throw new RangeError('meanSquaredError needs at least 1 prediction, and got 0.');
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
