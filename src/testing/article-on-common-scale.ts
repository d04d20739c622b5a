import { articleData, Matrix, type Dataset } from '#kit/data';
import * as reference from './reference';

/** Rows of the article's recipe, always the same: ten standardized columns, and targets around 0. */
export function articleOnCommonScale(rows: number): Dataset {
  const { x, targets } = articleData(1, { rows });
  const standardized = new Matrix(rows, x.columns);
  for (let column = 0; column < x.columns; column++) {
    const entries = Array.from({ length: rows }, (_, row) => x.at(row, column));
    reference.standardized(entries).forEach((z, row) => {
      standardized.data[row * x.columns + column] = z;
    });
  }
  const middle = reference.mean(targets);
  return { x: standardized, targets: targets.map((target) => target - middle) };
}
