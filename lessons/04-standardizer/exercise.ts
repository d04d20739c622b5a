import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/**
 * The sum of each column: sum[column] = Σ x[row][column]. Runs as a kernel, one thread for each column and
 * block of rows; no thread reads more than 4,096 values.
 *
 * @param x rows × columns numbers; they stay as they are
 * @returns a column of `columns` sums
 * @throws RangeError when the table has no rows or no columns; it names both sizes
 */
export async function columnSums(x: Matrix): Promise<Float32Array> {
  // TODO: refuse an empty table. (roughly 3 lines)
  // TODO: cut the rows into blocks of at most 4,096. Create a kernel with `output: [columns, blocks]`, in
  //       which each thread adds up the rows of its block in its column. The last block may be short.
  //       (roughly 13 lines)
  // TODO: add the blocks' sums up in the same way, until one row is left, and return it. (roughly 3 lines)
  return todo('columnSums');
}

/**
 * Learns what to subtract and what to divide by: each column's mean and its standard deviation, of the whole
 * population. A column of equal values has exactly that mean, and a deviation of exactly 0. Runs as
 * kernels: differences with one thread for each cell, added up by `columnSums`.
 *
 * @param x rows × columns numbers; they stay as they are
 * @returns a mean and a deviation for each column
 * @throws RangeError when the table has no rows or no columns; it names both sizes
 */
export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  // TODO: refuse an empty table. (roughly 3 lines)
  // TODO: find the means. Sums in float32 are rounded, so for equal values sum / n may miss the value by a
  //       hair. Subtract the first row in a kernel before you add up, and add it again to the means.
  //       (roughly 9 lines)
  // TODO: find the deviations, from the squared distances from the means. (roughly 8 lines)
  return todo('fitStandardizer');
}

/**
 * A table on the common scale: z = (x − mean) / std, with the statistics given for its column. Runs as a
 * kernel, one thread per cell. A deviation of 0 divides by 1.
 *
 * @param x rows × columns numbers; they stay as they are
 * @param standardizer a mean and a deviation for each column, from whatever rows; they stay as they are
 * @returns a new table of the same size
 * @throws RangeError when the table has no rows or no columns, or when it has not as many columns as there
 *   are means and deviations; it names both sizes
 */
export async function transform(x: Matrix, standardizer: Standardizer): Promise<Matrix> {
  // TODO: refuse an empty table, and statistics that do not fit it. (roughly 7 lines)
  // TODO: replace deviations of 0 by 1, in an array of your own. (1 line)
  // TODO: create a kernel with one thread per cell. (roughly 7 lines)
  return todo('transform');
}

/**
 * The way back: x = mean + std · z. Runs as a kernel, one thread per cell. A deviation of 0 multiplies by 1.
 *
 * @param z rows × columns numbers; they stay as they are
 * @param standardizer a mean and a deviation for each column; they stay as they are
 * @returns a new table of the same size
 * @throws RangeError when the table has no rows or no columns, or when it has not as many columns as there
 *   are means and deviations; it names both sizes
 */
export async function inverseTransform(z: Matrix, standardizer: Standardizer): Promise<Matrix> {
  // TODO: undo what `transform` does, last step first. (roughly 15 lines, most of them as in `transform`)
  return todo('inverseTransform');
}
