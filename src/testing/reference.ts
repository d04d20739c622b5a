import { Matrix } from '#kit/data';

/** Right answers in plain float64, for tests to compare with. They share no code with any exercise. */

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** The mean distance from zero, mean |x|. */
export function meanSize(values: ArrayLike<number>): number {
  return sum(Array.from(values, Math.abs)) / values.length;
}

/** Population standard deviation: the root of the mean squared distance from the mean. */
export function standardDeviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)));
}

/** `(x − mean) / std`, and zeros for a column of equal values. */
export function standardized(values: ArrayLike<number>): Float64Array {
  const [middle, deviation] = [mean(values), standardDeviation(values)];
  return Float64Array.from(values, (value) => (value - middle) / (deviation === 0 ? 1 : deviation));
}

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
