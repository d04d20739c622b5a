import type { Matrix } from '#kit/data';

/** Mean and population standard deviation, in float64. */
export function statistics(values: ArrayLike<number>): { mean: number; deviation: number } {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) squares += (values[index]! - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** One column of a table. */
export function columnOf(x: Matrix, column: number): number[] {
  return Array.from({ length: x.rows }, (_, row) => x.at(row, column));
}

/** Σ weight · x + bias for one row, in float64. */
export function weighted(x: Matrix, row: number, weights: ArrayLike<number>, bias = 0): number {
  return x.row(row).reduce((sum, value, column) => sum + value * weights[column]!, bias);
}

/** Six standard errors: a right generator leaves them once in 500 million times. */
export const sigmas = 6;
