import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';
import { center, mean } from '../02-mean-centering/exercise';

/**
 * The standard deviation of a column: std = √(mean of (value − mean)²). Of the whole population, so
 * divided by n; exactly 0 when all values are equal.
 *
 * @param values n numbers; they stay as they are
 * @throws RangeError when there are no values
 */
export function standardDeviation(values: Float32Array): number {
  // TODO: refuse an empty column. (1 line; perhaps a function that you have written does it already)
  // TODO: take the mean first. Then take the mean of the squared distances from it, and its square
  //       root. (roughly 4 lines)
  return todo('standardDeviation');
}

/**
 * The column measured in units of the standard deviation: scaled = value / std. Runs as a kernel.
 * A standard deviation of 0 leaves the values as they are.
 *
 * @param values n numbers; they stay as they are
 * @param standardDeviation the number to divide each by, 0 or more
 * @returns a new column of n numbers
 * @throws RangeError when there are no values
 */
export async function scale(values: Float32Array, standardDeviation: number): Promise<Float32Array> {
  // TODO: refuse an empty column. (1 line)
  // TODO: divide every value by the standard deviation in a kernel, and by 1 where that is 0.
  //       (roughly 7 lines)
  return todo('scale');
}

/**
 * The column on the common scale: z = (value − mean) / std. It has mean 0 and standard deviation 1; a
 * column of equal values becomes zeros.
 *
 * @param values n numbers; they stay as they are
 * @returns a new column of n numbers
 * @throws RangeError when there are no values
 */
export async function standardize(values: Float32Array): Promise<Float32Array> {
  // TODO: center, then scale, with what you have built. (roughly 2 lines)
  return todo('standardize');
}
