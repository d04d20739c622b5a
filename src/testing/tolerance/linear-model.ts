import type { Matrix } from '#kit/data';
import * as reference from '../reference';
import { EPSILON, sum, type Allowance } from './rounding';

/** For the prediction of one row, in float64, by a model that is off by an allowance. */
export function prediction(row: ArrayLike<number>, allowance: Allowance): number {
  return reference.prediction(Array.from(row, Math.abs), allowance);
}

/** For Σ weights · x + bias in a kernel: a rounding for each product, for the bias, and for each addition. */
export function predictions(x: Matrix, model: reference.Line): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => sum(termsOf(x, row, model)));
}

/** For prediction − target in a kernel: one term more. */
export function residuals(x: Matrix, targets: ArrayLike<number>, model: reference.Line): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => sum([...termsOf(x, row, model), targets[row]!]));
}

function termsOf(x: Matrix, row: number, { weights, bias }: reference.Line): number[] {
  return [bias, ...Array.from(x.row(row), (entry, column) => entry * weights[column]!)];
}

/** For squares from a kernel, added up in float64: the difference is rounded, which counts twice, and the square. */
export function meanSquaredError(predicted: ArrayLike<number>, targets: ArrayLike<number>): number {
  return 2 * EPSILON * reference.meanSquaredError(predicted, targets);
}
