import { Matrix } from '#kit/data';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'The cells of the curvature are right, but they come from a loop on the host. This exercise is about a kernel.';

export async function curvature(x: Matrix): Promise<Matrix> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`curvature needs rows and columns, and got ${rows} and ${columns}.`);
  }
  const size = columns + 1;
  const feature = (row: number, column: number) => (column < columns ? x.at(row, column) : 1);
  const bends = Float32Array.from({ length: size * size }, (_, cell) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      sum += feature(row, cell % size) * feature(row, Math.floor(cell / size));
    }
    return (2 * sum) / rows;
  });
  return new Matrix(size, size, bends);
}
