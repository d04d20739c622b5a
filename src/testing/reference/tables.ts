import { Matrix } from '#kit/data';
import { sum } from './columns';

/** Cell [row][column] = a[row] − b[column]. */
export function differences(a: ArrayLike<number>, b: ArrayLike<number>): Matrix {
  const table = new Matrix(a.length, b.length);
  for (let row = 0; row < a.length; row++) {
    for (let column = 0; column < b.length; column++) {
      table.data[row * b.length + column] = a[row]! - b[column]!;
    }
  }
  return table;
}

export function rowSums(x: Matrix): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => sum(x.row(row)));
}

/** One column of a table. */
export function columnOf(x: Matrix, column: number): Float32Array {
  const values = new Float32Array(x.rows);
  for (let row = 0; row < x.rows; row++) values[row] = x.data[row * x.columns + column]!;
  return values;
}

export function columnSums(x: Matrix): Float64Array {
  return Float64Array.from({ length: x.columns }, (_, column) => sum(columnOf(x, column)));
}
