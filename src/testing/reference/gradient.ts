import type { Matrix } from '#kit/data';
import { sum, mean } from './columns';
import { type Line, loss } from './linear-model';

/** 2/n · Xᵀr, and 2/n · Σr. */
export function gradient(x: Matrix, rest: ArrayLike<number>): { weights: Float64Array; bias: number } {
  const slope = (feature: (row: number) => number) =>
    2 * mean(Array.from(rest, (residual, row) => feature(row) * residual));
  return {
    weights: Float64Array.from({ length: x.columns }, (_, column) => slope((row) => x.at(row, column))),
    bias: slope(() => 1),
  };
}

/** The slope of `loss` in each parameter, measured: one step of 1 up, one down, and half of the difference. */
export function centralDifferences(
  x: Matrix,
  targets: ArrayLike<number>,
  { weights, bias }: Line,
): { weights: Float64Array; bias: number } {
  const slope = (moved: (step: number) => Line) =>
    (loss(x, targets, moved(1)) - loss(x, targets, moved(-1))) / 2;
  return {
    weights: Float64Array.from(weights, (_, j) =>
      slope((step) => ({
        weights: Array.from(weights, (weight, k) => (k === j ? weight + step : weight)),
        bias,
      })),
    ),
    bias: slope((step) => ({ weights, bias: bias + step })),
  };
}

/** Every parameter minus rate · slope. */
export function descended(model: Line, slopes: Line, rate: number): { weights: Float64Array; bias: number } {
  return {
    weights: Float64Array.from(model.weights, (weight, j) => weight - rate * slopes.weights[j]!),
    bias: model.bias - rate * slopes.bias,
  };
}

/**
 * The largest eigenvalue of 2/n · X̃ᵀX̃, X̃ the table with a column of ones for the bias: how steeply the
 * mean squared error bends where it bends most. Too large by 0.1 % at the most.
 */
export function largestCurvature(x: Matrix): number {
  const rows = Array.from({ length: x.rows }, (_, row) => [...x.row(row), 1]);
  const places = Array.from({ length: x.columns + 1 }, (_, place) => place);
  const table = (cell: (i: number, j: number) => number) => places.map((i) => places.map((j) => cell(i, j)));
  let power = table((i, j) => 2 * mean(rows.map((row) => row[i]! * row[j]!)));
  let logarithm = 0;
  // The trace is the sum of all eigenvalues. In a high power of a matrix, the largest has all of it.
  for (let squarings = 0; squarings < 12; squarings++) {
    const last = power;
    const trace = sum(places.map((i) => last[i]![i]!));
    logarithm += Math.log(trace) / 2 ** squarings;
    power = table((i, j) => sum(places.map((k) => (last[i]![k]! / trace) * (last[k]![j]! / trace))));
  }
  return Math.exp(logarithm);
}
