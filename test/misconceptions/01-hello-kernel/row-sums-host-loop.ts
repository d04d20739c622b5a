import type { Matrix } from '#kit/data';

export * from '#solutions/01-hello-kernel/exercise';

export const mistake =
  'The numbers are right, but they come from a loop on the host. This exercise is about a kernel.';

export async function rowSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`rowSums needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  const sums = new Float32Array(x.rows);
  x.data.forEach((value, cell) => (sums[Math.floor(cell / x.columns)] += value));
  return sums;
}
