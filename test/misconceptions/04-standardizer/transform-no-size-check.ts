import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'transform takes statistics of a table with more columns. Refuse them, and name both sizes.';

export async function transform(x: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations } = standardizer;
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`transform needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  if (means.length < x.columns || standardDeviations.length < x.columns) {
    throw new RangeError(
      `transform needs a mean and a deviation for each of ${x.columns} columns, ` +
        `and got ${means.length} and ${standardDeviations.length}.`,
    );
  }
  const divisors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const standardize = gpu.createKernel(
    function (x: number[][], means: number[], divisors: number[]) {
      return (x[this.thread.y][this.thread.x] - means[this.thread.x]) / divisors[this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  return standardize(x, means, divisors);
}
