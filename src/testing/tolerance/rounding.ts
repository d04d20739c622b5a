import * as reference from '../reference';

/** The distance from 1 to the next float32. One rounding moves a number by at most half of it. */
export const EPSILON = 2 ** -23;

/** For one operation on exact inputs: one rounding of the result, allowed twice. */
export function rounding(value: number): number {
  return EPSILON * Math.abs(value);
}

/** For a sum in float32, in any order: each of the n − 1 additions rounds a number of at most Σ|x|. */
export function sum(values: ArrayLike<number>): number {
  return (values.length / 2) * EPSILON * reference.sum(Array.from(values, Math.abs));
}

/** How far each number of a model may be off. */
export interface Allowance {
  readonly weights: Float64Array;
  readonly bias: number;
}
