import { Matrix, type Standardizer } from '#kit/data';

/** Right answers in plain float64, for tests to compare with. They share no code with any exercise. */

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** The mean distance from zero, mean |x|. */
export function meanSize(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Math.abs(values[i]!);
  return total / values.length;
}

/** Population standard deviation: the root of the mean squared distance from the mean. */
export function standardDeviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - middle) ** 2;
  return Math.sqrt(squares / values.length);
}

/** `(x − mean) / std`, and zeros for a column of equal values. */
export function standardized(values: ArrayLike<number>): Float64Array {
  const [middle, deviation] = [mean(values), standardDeviation(values)];
  return Float64Array.from(values, (value) => (value - middle) / (deviation === 0 ? 1 : deviation));
}

/** Cell [row][column] = a[row] − b[column]. */
export function differences(a: ArrayLike<number>, b: ArrayLike<number>): Matrix {
  const table = new Matrix(a.length, b.length);
  for (let row = 0; row < a.length; row++) {
    for (let column = 0; column < b.length; column++) {
      table.data[row * b.length + column] = a[row]! - b[column]!;
    }
  }
  return table;
}

export function rowSums(x: Matrix): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => sum(x.row(row)));
}

/** A model in float64, or one in float32 that is read as such. */
export interface Line {
  readonly weights: ArrayLike<number>;
  readonly bias: number;
}

/** Σ weights · row + bias. */
export function prediction(row: ArrayLike<number>, { weights, bias }: Line): number {
  return bias + sum(Array.from(row, (value, index) => weights[index]! * value));
}

/** One row in standard units: `(x − mean) / std`, and `x − mean` where the std is 0. */
export function standardizedRow(row: ArrayLike<number>, standardizer: Standardizer): Float64Array {
  const divisors = divisorsOf(standardizer);
  return Float64Array.from(row, (value, index) => (value - standardizer.means[index]!) / divisors[index]!);
}

/** A model for standardized rows, as one for the rows as they are. */
export function rawUnits({ weights, bias }: Line, standardizer: Standardizer) {
  const divisors = divisorsOf(standardizer);
  const raw = Float64Array.from(weights, (weight, index) => weight / divisors[index]!);
  return { weights: raw, bias: bias - sum(raw.map((weight, index) => weight * standardizer.means[index]!)) };
}

/** A model for rows as they are, as one for standardized rows. */
export function standardUnits({ weights, bias }: Line, standardizer: Standardizer) {
  const divisors = divisorsOf(standardizer);
  return {
    weights: Float64Array.from(weights, (weight, index) => weight * divisors[index]!),
    bias: bias + sum(Array.from(weights, (weight, index) => weight * standardizer.means[index]!)),
  };
}

function divisorsOf({ standardDeviations }: Standardizer): number[] {
  return Array.from(standardDeviations, (deviation) => (deviation === 0 ? 1 : deviation));
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

/** How far values lie from their mean, squared, on average. */
export function variance(values: ArrayLike<number>): number {
  return standardDeviation(values) ** 2;
}

/** One column of a table. */
export function columnOf(x: Matrix, column: number): Float32Array {
  const values = new Float32Array(x.rows);
  for (let row = 0; row < x.rows; row++) values[row] = x.data[row * x.columns + column]!;
  return values;
}

export function columnSums(x: Matrix): Float64Array {
  return Float64Array.from({ length: x.columns }, (_, column) => sum(columnOf(x, column)));
}

/** Mean and standard deviation of each column, rounded to float32 at the end. */
export function fitted(x: Matrix): Standardizer {
  const columns = Array.from({ length: x.columns }, (_, column) => columnOf(x, column));
  return {
    means: Float32Array.from(columns, mean),
    standardDeviations: Float32Array.from(columns, standardDeviation),
  };
}

/** Every row in standard units. */
export function transformed(x: Matrix, standardizer: Standardizer): Matrix {
  return Matrix.fromRows(
    Array.from({ length: x.rows }, (_, row) => standardizedRow(x.row(row), standardizer)),
  );
}

/** Every row of standard units as it was: `mean + std · z`, and `mean + z` where the std is 0. */
export function restored(z: Matrix, standardizer: Standardizer): Matrix {
  const factors = divisorsOf(standardizer);
  const restoredRow = (row: Float32Array) =>
    Float64Array.from(row, (value, index) => standardizer.means[index]! + factors[index]! * value);
  return Matrix.fromRows(Array.from({ length: z.rows }, (_, row) => restoredRow(z.row(row))));
}
