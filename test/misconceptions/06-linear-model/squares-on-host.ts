import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const mistake =
  'The kernel stops at the errors, and the host squares them. A thread that has its error can square it at once.';

export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  if (predictions.length === 0 || predictions.length !== targets.length) {
    throw new RangeError(
      `meanSquaredError needs a target for each prediction, and at least 1 of them, ` +
        `and got ${predictions.length} predictions and ${targets.length} targets.`,
    );
  }
  const errors = gpu.createKernel(
    function (predictions: number[], targets: number[]) {
      return predictions[this.thread.x] - targets[this.thread.x];
    },
    { output: [predictions.length] },
  );
  let total = 0;
  for (const error of await errors(predictions, targets)) total += error * error;
  return total / predictions.length;
}
