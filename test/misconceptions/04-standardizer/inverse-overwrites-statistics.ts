import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'inverseTransform replaces deviations of 0 in the standardizer that it was given. Put the factors into an array of your own.';

export async function inverseTransform(z: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations } = standardizer;
  if (z.rows === 0 || z.columns === 0) {
    throw new RangeError(`inverseTransform needs rows and columns, and got ${z.rows} and ${z.columns}.`);
  }
  if (means.length !== z.columns || standardDeviations.length !== z.columns) {
    throw new RangeError(
      `inverseTransform needs a mean and a deviation for each of ${z.columns} columns, ` +
        `and got ${means.length} and ${standardDeviations.length}.`,
    );
  }
  const factors = standardDeviations;
  factors.forEach((deviation, column) => {
    if (deviation === 0) factors[column] = 1;
  });
  const restore = gpu.createKernel(
    function (z: number[][], means: number[], factors: number[]) {
      return z[this.thread.y][this.thread.x] * factors[this.thread.x] + means[this.thread.x];
    },
    { output: [z.columns, z.rows] },
  );
  return restore(z, means, factors);
}
