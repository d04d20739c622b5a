import { Matrix, type Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const mistake =
  'An empty table slips through inverseTransform. Refuse it with a RangeError that names rows and columns.';

export async function inverseTransform(z: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations } = standardizer;
  if (z.rows === 0 || z.columns === 0) {
    return new Matrix(z.rows, z.columns);
  }
  if (means.length !== z.columns || standardDeviations.length !== z.columns) {
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
