import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'inverseTransform takes statistics of a table with more columns. Refuse them, and name both sizes.';

export async function inverseTransform(z: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations } = standardizer;
  if (z.rows === 0 || z.columns === 0) {
    throw new RangeError(`inverseTransform needs rows and columns, and got ${z.rows} and ${z.columns}.`);
  }
  if (means.length < z.columns || standardDeviations.length < z.columns) {
    throw new RangeError(
      `inverseTransform needs a mean and a deviation for each of ${z.columns} columns, ` +
        `and got ${means.length} and ${standardDeviations.length}.`,
    );
  }
  const factors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const restore = gpu.createKernel(
    function (z: number[][], means: number[], factors: number[]) {
      return z[this.thread.y][this.thread.x] * factors[this.thread.x] + means[this.thread.x];
    },
    { output: [z.columns, z.rows] },
  );
  return restore(z, means, factors);
}
