import type { LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/**
 * What a linear model says about each row: prediction = Σ weights[column] · x[column] + bias. Runs as a
 * kernel, one thread per row.
 *
 * @param x rows × columns numbers; they stay as they are
 * @param model a weight for each column, and one bias; they stay as they are
 * @returns a new column of `rows` predictions
 * @throws RangeError when the table has no rows or no columns, or when weights and columns differ in
 *   number; it names both sizes
 */
export async function predict(x: Matrix, model: LinearModel): Promise<Float32Array> {
  // TODO: refuse an empty table, and a model that does not fit it. (roughly 6 lines)
  // TODO: create a kernel with one thread per row, in which each thread walks along its row, adds up
  //       weight times value, and adds the bias. (roughly 10 lines)
  return todo('predict');
}

/**
 * How wrong predictions are: mean squared error = Σ (prediction − target)² / n. The squares come from a
 * kernel; they are added up on the host, in float64.
 *
 * @param predictions n numbers; they stay as they are
 * @param targets n numbers, what should have been predicted; they stay as they are
 * @throws RangeError when there are none, or when the two differ in number; it names both sizes
 */
export async function meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number> {
  // TODO: refuse columns that are empty or not of one length. (roughly 3 lines)
  // TODO: create a kernel with one thread per prediction, which returns the squared error there.
  //       (roughly 7 lines)
  // TODO: add the squares up in a plain loop, and share the total out. (roughly 3 lines)
  return todo('meanSquaredError');
}
