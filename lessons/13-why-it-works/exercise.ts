import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/**
 * How the mean squared error of a linear model bends: 2/n · X̃ᵀX̃, X̃ the table with a column of ones for the
 * bias behind its last column. Cell [i][j] says by how much slope j grows when parameter i grows by 1. Targets
 * and model have no part in it. Runs as a kernel in which no thread reads more than 4,096 values.
 *
 * @param x n rows × d columns; they stay as they are
 * @returns a new (d+1)×(d+1) table, symmetric; the last row and the last column are the bias's
 * @throws RangeError when the table has no rows or no columns; it names both sizes
 */
export async function curvature(x: Matrix): Promise<Matrix> {
  // TODO: refuse an empty table. (roughly 3 lines)
  // TODO: create a kernel with a thread for each cell, which walks down the rows and adds up the products of
  //       its two columns; 1 stands where the bias's column would be. A thread reads two values in a row, so
  //       beyond 2,048 rows there is one for each cell of each block of rows. (roughly 16 lines)
  // TODO: add the blocks up on the host, and multiply by 2/n. (roughly 4 lines)
  return todo('curvature');
}

/**
 * The largest eigenvalue of a curvature: how much the loss bends in the direction in which it bends most.
 * Power iteration: multiply a vector by h, make its length 1 again, and so on. Each multiplication is one launch
 * of a kernel with a thread for each row of h.
 *
 * @param h n×n numbers, symmetric, no eigenvalue below 0; they stay as they are
 * @param rounds how many multiplications, 1 or more. Two eigenvalues that differ by 1 % need about 1,000
 * @returns 0 for a table of zeros
 * @throws RangeError when h is empty or not square, naming both sizes; or when `rounds` is not a whole number of
 *   1 or more, naming it
 */
export async function largestEigenvalue(h: Matrix, rounds = 1000): Promise<number> {
  // TODO: refuse a table that is empty or not square, and rounds that are none. (roughly 6 lines)
  // TODO: create a kernel that multiplies h by a vector, one thread per row. (roughly 7 lines)
  // TODO: choose a vector to begin with. Which h could have its steepest direction at a right angle to yours?
  //       (roughly 2 lines)
  // TODO: in each round multiply, and divide by the length of what comes out. A float32 ends at 3.4e38, and
  //       7.12 to the power of 50 is more. (roughly 6 lines)
  // TODO: return how much the last multiplication has stretched the vector. (roughly 2 lines)
  return todo('largestEigenvalue');
}

/**
 * How many times as much the loss bends in its steepest direction as in its flattest: the largest eigenvalue of
 * h divided by the smallest. The smallest is λ − μ, λ the largest of h and μ the largest of λ·I − h.
 *
 * In float32, λ and μ are right to about one part in a million of λ, and so is their difference. The answer is
 * therefore off by about κ parts in a million, κ the answer itself: 152 by 0.02 %, 1022 by 0.1 %. Beyond a
 * million nothing is left of it.
 *
 * @param h n×n numbers, symmetric, no eigenvalue below 0; they stay as they are
 * @returns 1 or more; Infinity when it comes out above a million, or h is all zeros: float32 cannot tell this
 *   from a bowl that is flat in some direction
 * @throws RangeError when h is empty or not square; it names both sizes
 */
export async function conditionNumber(h: Matrix): Promise<number> {
  // TODO: find the largest eigenvalue. It refuses what is to be refused. (roughly 1 line)
  // TODO: make λ·I − h, a new table, and find the largest of that one. (roughly 5 lines)
  // TODO: return the ratio of largest to smallest, or Infinity. (roughly 3 lines)
  return todo('conditionNumber');
}

/**
 * How many steps of gradient descent, each at the best constant rate 2 / (λmax + λmin), it takes until the
 * parameters' error has shrunk to a share of what it was. A step leaves (κ − 1) / (κ + 1) of it at the most.
 *
 * @param conditionNumber κ, 1 or more, or Infinity
 * @param ratio the share to reach, between 0 and 1: 0.01 for a hundredth
 * @returns a whole number, rounded up, 1 or more; Infinity for an infinite κ
 * @throws RangeError for a κ below 1, or a ratio that is not between 0 and 1; it names the number
 */
export function stepsToReach(conditionNumber: number, ratio: number): number {
  // TODO: refuse what is out of range. (roughly 6 lines)
  // TODO: how often must (κ − 1) / (κ + 1) be multiplied by itself to get down to the ratio? Mind κ = 1 and
  //       κ = Infinity. (roughly 3 lines)
  return todo('stepsToReach');
}
