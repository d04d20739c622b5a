import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/04-standardizer/exercise';

export const lesson = '04';

export async function transform(x: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations: stds } = standardizer;
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`transform: ${x.rows} × ${x.columns}`);
  if (means.length !== x.columns || stds.length !== x.columns) {
    throw new RangeError(`transform: ${x.columns} columns, ${means.length} means, ${stds.length} deviations`);
  }
  const kernel = gpu.createKernel(
    function (x: number[][], means: number[], stds: number[]) {
      const column = this.thread.x;
      return x[this.thread.y][column] / stds[column] - means[column];
    },
    { output: [x.columns, x.rows] },
  );
  return kernel(
    x,
    means,
    stds.map((std) => std || 1),
  );
}
