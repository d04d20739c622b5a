import fc, { type Arbitrary } from 'fast-check';
import { Matrix } from '#kit/data';
import { columnOf, quantities } from './generators';
import * as reference from './reference';

/** Of the largest eigenvalue, how far the two at either end are apart at least. */
const GAP = 0.03;
const STEEPEST = 2_000;

/**
 * The curvature of a few shares between 0 and 1, and a bias: two to four parameters. At most 2,000 times as
 * steep in one direction as in another, so that float32 can tell; and no two directions nearly alike at the
 * ends, so that a thousand rounds of power iteration arrive, from wherever they begin.
 */
export function bowl(): Arbitrary<Matrix> {
  return fc
    .constantFrom(1, 2, 3)
    .chain((columns) => columnOf(quantities.shares, 5 * columns).map((data) => new Matrix(5, columns, data)))
    .map(reference.curvature)
    .filter((h) => {
      const values = reference.eigenvalues(h);
      const [smallest, second, largest] = [values[0]!, values[1]!, values.at(-1)!];
      const gap = Math.min(second - smallest, largest - values.at(-2)!);
      return gap > GAP * largest && largest < STEEPEST * smallest;
    });
}
