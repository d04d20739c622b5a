import type { Matrix } from '#kit/data';
import * as reference from '../reference';
import { EPSILON, sum, type Allowance } from './rounding';

/** For 2/n · Σ x·r: a sum of products, and up to four roundings more of each for the factor 2/n and the result. */
export function gradient(x: Matrix, residuals: ArrayLike<number>): Allowance {
  const slope = (terms: readonly number[]) =>
    (2 / x.rows) * (sum(terms) + 2 * EPSILON * reference.sum(terms.map(Math.abs)));
  const each = Array.from(residuals);
  return {
    weights: Float64Array.from({ length: x.columns }, (_, column) =>
      slope(each.map((residual, row) => x.at(row, column) * residual)),
    ),
    bias: slope(each),
  };
}

/**
 * For central differences of a loss in float64, with steps of 1: each of the two losses is a mean of
 * n squares of exact numbers, and so of n + 1 roundings.
 */
export function centralDifferences(
  x: Matrix,
  targets: ArrayLike<number>,
  { weights, bias }: reference.Line,
): Allowance {
  // A step of 1 moves a prediction by x, and (|r| + |x|)² is above the squares on both sides.
  const rest = reference.residuals(x, targets, { weights, bias });
  const slack = (feature: (row: number) => number) =>
    (x.rows + 1) *
    2 ** -53 *
    reference.mean(rest.map((residual, row) => (Math.abs(residual) + Math.abs(feature(row))) ** 2));
  return {
    weights: Float64Array.from(weights, (_, column) => slack((row) => x.at(row, column))),
    bias: slack(() => 1),
  };
}

/** For parameter − rate · slope in a kernel: all three may be rounded when handed over, then product and difference. */
export function descended(model: reference.Line, slopes: reference.Line, rate: number): Allowance {
  const slack = (parameter: number, slope: number) =>
    EPSILON * (Math.abs(parameter) + 2 * Math.abs(rate * slope));
  return {
    weights: Float64Array.from(model.weights, (weight, j) => slack(weight, slopes.weights[j]!)),
    bias: slack(model.bias, slopes.bias),
  };
}
