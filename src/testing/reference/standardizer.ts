import { Matrix, type Standardizer } from '#kit/data';
import { sum, mean, standardDeviation } from './columns';
import type { Line } from './linear-model';
import { columnOf } from './tables';

/** One row in standard units: `(x − mean) / std`, and `x − mean` where the std is 0. */
export function standardizedRow(row: ArrayLike<number>, standardizer: Standardizer): Float64Array {
  const divisors = divisorsOf(standardizer);
  return Float64Array.from(row, (value, index) => (value - standardizer.means[index]!) / divisors[index]!);
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
