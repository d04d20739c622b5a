import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/**
 * The mean of a column: mean = Σ values / n.
 *
 * @param values n numbers; they stay as they are
 * @throws RangeError when there are no values
 */
export function mean(values: Float32Array): number {
  // TODO: add all values up, and share the total out among them. (roughly 4 lines)
  // TODO: refuse an empty column with a RangeError that names the size, 0. (1 line)
  return todo('mean');
}

/**
 * The column moved so that `mean` lands on zero: centered = value − mean. Runs as a kernel.
 *
 * @param values n numbers; they stay as they are
 * @param mean the number to subtract from each
 * @returns a new column of n numbers
 * @throws RangeError when there are no values (as a rejection: the function is async)
 */
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  // TODO: create a kernel with one thread per value, in which each thread subtracts the mean from its
  //       own value, and return what it gives. (roughly 6 lines, and 1 to refuse an empty column)
  return todo('center');
}
