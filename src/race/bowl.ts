import type { Matrix } from '#kit/data';
import { eigenvalues } from './eigenvalues';

/**
 * The shape of the loss over the parameters, which for a linear model is a bowl: how fast it bends along
 * its steepest and along its flattest direction. A step at rate r takes the share r · bend off the error
 * along a direction; beyond r = 2 / bend the error there grows.
 */
export interface Bowl {
  /** Largest eigenvalue of 2/n · X̃ᵀX̃, where X̃ is the table with a column of ones. */
  readonly steepest: number;
  /** Smallest one. */
  readonly flattest: number;
}

// Smaller shares of the steepest are lost in the rounding of float64.
const LEAST_SHARE = 1e-15;

/** The bowl above a table. Constant columns are left out: they only repeat the bias. */
export function bowlOf(x: Matrix): Bowl {
  const columns = Array.from({ length: x.columns }, (_, column) => column).filter((column) =>
    varies(x, column),
  );
  const size = columns.length + 1;
  const bend = new Float64Array(size * size);
  const values = new Float64Array(size).fill(1);
  for (let row = 0; row < x.rows; row += 1) {
    for (let index = 0; index < columns.length; index += 1) {
      values[index] = x.data[row * x.columns + columns[index]!]!;
    }
    for (let p = 0; p < size; p += 1) {
      for (let q = 0; q <= p; q += 1) bend[p * size + q]! += values[p]! * values[q]!;
    }
  }
  for (let p = 0; p < size; p += 1) {
    for (let q = 0; q <= p; q += 1) {
      bend[p * size + q]! *= 2 / x.rows;
      bend[q * size + p] = bend[p * size + q]!;
    }
  }
  const bends = eigenvalues(bend, size);
  const steepest = bends.at(-1)!;
  return { steepest, flattest: Math.max(bends[0]!, steepest * LEAST_SHARE) };
}

/** How many times as steep the steepest direction is as the flattest: the condition number. */
export function conditionOf({ steepest, flattest }: Bowl): number {
  return steepest / flattest;
}

function varies(x: Matrix, column: number): boolean {
  for (let row = 1; row < x.rows; row += 1) {
    if (x.data[row * x.columns + column] !== x.data[column]) return true;
  }
  return false;
}
