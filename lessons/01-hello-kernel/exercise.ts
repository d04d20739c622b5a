import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/**
 * Twice every value: doubled = 2 · value. Runs as a kernel.
 *
 * @param values n numbers; they stay as they are
 * @returns a new column of n numbers
 * @throws RangeError when there are no values
 */
export async function double(values: Float32Array): Promise<Float32Array> {
  // TODO: refuse an empty column with a RangeError that names the size, 0. (1 line)
  // TODO: create a kernel with one thread per value; each thread returns twice the value at its own
  //       place. Call the kernel with the values, and return what it gives. (roughly 6 lines)
  return todo('double');
}

/**
 * Every value of `a` minus every value of `b`: cell [row][column] = a[row] − b[column]. Runs as a kernel.
 *
 * @param a as many numbers as the table gets rows; they stay as they are
 * @param b as many numbers as the table gets columns; they stay as they are
 * @throws RangeError when one of them is empty; it names both sizes
 */
export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  // TODO: refuse empty columns. (roughly 3 lines)
  // TODO: create a kernel with one thread per cell: `output: [columns, rows]`. A thread finds its column
  //       in this.thread.x and its row in this.thread.y. (roughly 6 lines)
  return todo('differences');
}

/**
 * The sum of each row of a table. Runs as a kernel, one thread per row.
 *
 * @param x rows × columns numbers; they stay as they are
 * @returns a column of `rows` sums
 * @throws RangeError when the table has no rows or no columns; it names both sizes
 */
export async function rowSums(x: Matrix): Promise<Float32Array> {
  // TODO: refuse an empty table. (roughly 3 lines)
  // TODO: create a kernel with one thread per row, in which each thread walks along its row and adds up.
  //       The walk ends at this.constants.columns, handed over as `constants: { columns: … }`.
  //       (roughly 10 lines)
  return todo('rowSums');
}
