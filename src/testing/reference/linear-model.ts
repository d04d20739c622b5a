import type { Matrix } from '#kit/data';
import { mean, sum } from './columns';

/** A model in float64, or one in float32 that is read as such. */
export interface Line {
  readonly weights: ArrayLike<number>;
  readonly bias: number;
}

/** Σ weights · row + bias. */
export function prediction(row: ArrayLike<number>, { weights, bias }: Line): number {
  return bias + sum(Array.from(row, (value, index) => weights[index]! * value));
}

/** Σ weights · x + bias, for each row. */
export function predictions(x: Matrix, model: Line): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => prediction(x.row(row), model));
}

export function meanSquaredError(predicted: ArrayLike<number>, targets: ArrayLike<number>): number {
  return mean(Array.from(predicted, (prediction, row) => (prediction - targets[row]!) ** 2));
}

/** Prediction − target, for each row. */
export function residuals(x: Matrix, targets: ArrayLike<number>, model: Line): Float64Array {
  return predictions(x, model).map((prediction, row) => prediction - targets[row]!);
}

/** The mean squared error of a model. */
export function loss(x: Matrix, targets: ArrayLike<number>, model: Line): number {
  return meanSquaredError(predictions(x, model), targets);
}
