import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const lesson = '04';
export const mistake = 'inverse-order';

export async function inverseTransform(z: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { rows, columns } = z;
  if (rows === 0 || columns === 0) throw new RangeError(`inverseTransform: ${rows} × ${columns}`);
  const sizes = [standardizer.means.length, standardizer.standardDeviations.length];
  if (sizes.some((size) => size !== columns)) {
    throw new RangeError(`inverseTransform: ${columns} columns, statistics of ${sizes.join(' and ')}`);
  }
  const factors = standardizer.standardDeviations.map((deviation) => deviation || 1);
  const shifts = standardizer.means.map((mean, j) => mean * factors[j]);
  const kernel = gpu.createKernel(
    function (z: number[][], factors: number[], shifts: number[]) {
      return factors[this.thread.x] * z[this.thread.y][this.thread.x] + shifts[this.thread.x];
    },
    { output: [columns, rows] },
  );
  return kernel(z, factors, shifts);
}
