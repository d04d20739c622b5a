import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/01-hello-kernel/exercise';

export const lesson = '01';
export const mistake = 'differences-sign-flipped';

export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  if (Math.min(a.length, b.length) < 1) {
    throw new RangeError('differences: sizes are ' + a.length + ' and ' + b.length);
  }
  const subtract = gpu.createKernel(
    function (rowValues: number[], columnValues: number[]) {
      const { x, y } = this.thread;
      const distance = rowValues[y] - columnValues[x];
      return -distance;
    },
    { output: [b.length, a.length] },
  );
  return subtract(a, b);
}
