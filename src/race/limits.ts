import { Matrix } from '#kit/data';
import { bowlOf } from './bowl';

/** Rates beyond which plain descent over all rows at once runs away: 2 / λmax. */
export interface Limits {
  readonly raw: number;
  readonly normalized: number;
}

/** Of a table as it is, and with each column standardized. They ask nobody's functions. */
export function limitsOf(x: Matrix): Limits {
  return { raw: 2 / bowlOf(x).steepest, normalized: 2 / bowlOf(standardized(x)).steepest };
}

function standardized(x: Matrix): Matrix {
  const { rows, columns } = x;
  const means = new Float64Array(columns);
  x.data.forEach((value, cell) => (means[cell % columns]! += value / rows));
  const squares = new Float64Array(columns);
  x.data.forEach((value, cell) => (squares[cell % columns]! += (value - means[cell % columns]!) ** 2 / rows));
  const deviations = squares.map((square) => Math.sqrt(square) || 1);
  const data = x.data.map((value, cell) => (value - means[cell % columns]!) / deviations[cell % columns]!);
  return new Matrix(rows, columns, data);
}
