import type { Gradient, LinearModel, Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/**
 * How far each prediction is off, and to which side: residual = prediction − target, with
 * prediction = Σ weights[column] · x[column] + bias. One launch of a kernel, one thread per row.
 *
 * @param x rows × columns numbers; they stay as they are
 * @param targets a number for each row; they stay as they are
 * @param model a weight for each column, and one bias; they stay as they are
 * @returns a new column of `rows` residuals
 * @throws RangeError when the table has no rows or no columns, when targets and rows differ in number, or
 *   weights and columns; it names both sizes
 */
export async function residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array> {
  // TODO: refuse an empty table, and targets or a model that do not fit it. (roughly 9 lines)
  // TODO: create a kernel like that of `predict` in lesson 06, in which each thread also subtracts its
  //       target. (roughly 10 lines)
  return todo('residuals');
}

/**
 * How the mean squared error changes when a parameter grows: for weight j, 2/n · Σ x[row][j] · residual[row];
 * for the bias, 2/n · Σ residual[row]. Runs as a kernel in which no thread reads more than 4,096 values;
 * up to 2,048 rows, that is one launch of d + 1 threads, d the number of columns.
 *
 * @param x n rows × d columns; they stay as they are
 * @param residuals n numbers, prediction − target for each row; they stay as they are
 * @returns d slopes for the weights, and one for the bias
 * @throws RangeError when the table has no rows or no columns, or when residuals and rows differ in
 *   number; it names both sizes
 */
export async function gradient(x: Matrix, residuals: Float32Array): Promise<Gradient> {
  // TODO: refuse an empty table, and residuals that do not fit it. (roughly 6 lines)
  // TODO: create a kernel with a thread for each weight and one more for the bias. A thread walks down the
  //       rows and adds up; with more than 2,048 rows there is a line of threads for each block of rows.
  //       (roughly 14 lines)
  // TODO: add the blocks up on the host, and multiply by 2/n. (roughly 7 lines)
  return todo('gradient');
}

/**
 * One step downhill: parameter − learningRate · slope, for every weight and for the bias. One launch of a
 * kernel.
 *
 * @param model d weights and a bias; it stays as it is
 * @param gradient d slopes and one for the bias; it stays as it is
 * @param learningRate how far to go, 0 or more
 * @returns a new model
 * @throws RangeError when there are no weights, or when weights and slopes differ in number; it names
 *   both sizes
 */
export async function descend(
  model: LinearModel,
  gradient: Gradient,
  learningRate: number,
): Promise<LinearModel> {
  // TODO: refuse a model without weights, and a gradient that does not fit it. (roughly 3 lines)
  // TODO: create a kernel with one thread per weight and one more for the bias, which returns the moved
  //       parameter. The learning rate goes in as an argument. (roughly 9 lines)
  // TODO: take the new weights and the new bias out of the result. (roughly 2 lines)
  return todo('descend');
}
