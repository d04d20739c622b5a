import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'An empty table slips through rowSums. Refuse it with a RangeError that names both sizes.';

export async function rowSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    return new Float32Array(x.rows);
  }
  const kernel = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let column = 0; column < this.constants.columns; column++) {
        sum += x[this.thread.x][column];
      }
      return sum;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x);
}
