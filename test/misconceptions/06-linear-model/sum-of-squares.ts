import { gpu } from '#kit/gpu';

export * from '#solutions/06-linear-model/exercise';

export const mistake = 'This is the sum of the squared errors. Divide it by how many there are.';

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
      return error * error;
    },
    { output: [predictions.length] },
  );
  let total = 0;
  for (const square of await squaredErrors(predictions, targets)) total += square;
  return total;
}
