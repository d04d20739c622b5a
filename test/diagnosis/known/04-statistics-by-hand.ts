import type { Matrix, Standardizer } from '#kit/data';

export * from '#solutions/04-standardizer/exercise';

export const lesson = '04';
export const mistake = 'fit-host-loop';

export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`fitStandardizer: ${x.rows} × ${x.columns}`);
  const means = new Float32Array(x.columns);
  const standardDeviations = new Float32Array(x.columns);
  for (let j = 0; j < x.columns; j++) {
    const column = Array.from({ length: x.rows }, (_, i) => x.at(i, j));
    const total = column.reduce((sum, value) => sum + (value - column[0]), 0);
    means[j] = column[0] + total / x.rows;
    const squares = column.map((value) => (value - means[j]) ** 2);
    standardDeviations[j] = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / x.rows);
  }
  return { means, standardDeviations };
}
