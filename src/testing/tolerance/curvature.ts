import { Matrix } from '#kit/data';
import * as reference from '../reference';
import { blockSum } from './blocks';
import { EPSILON, rounding } from './rounding';

/**
 * For 2/n · X̃ᵀX̃ in each cell: a sum of products, in blocks, and up to four roundings more of each for the
 * factor 2/n and the result.
 */
export function curvature(x: Matrix): Float64Array {
  const size = x.columns + 1;
  const columns = Array.from({ length: size }, (_, column) =>
    column < x.columns ? reference.columnOf(x, column) : new Float32Array(x.rows).fill(1),
  );
  return Float64Array.from({ length: size * size }, (_, cell) => {
    const other = columns[cell % size]!;
    const products = Float64Array.from(
      columns[Math.floor(cell / size)]!,
      (entry, row) => entry * other[row]!,
    );
    return 2 * (blockSum(products) / x.rows + 2 * EPSILON * reference.meanSize(products));
  });
}

/**
 * For v·hv / v·v, hv from a kernel and v in float32, once v has come to rest: each entry of hv is a sum of n
 * products, so hv is off by at most n/2 · ε · √Σh² in all. Twice that and one rounding more where the answer is
 * the length of hv, and the length of v not quite 1.
 */
export function largestEigenvalue(h: Matrix): number {
  return (h.rows / 2 + 2) * EPSILON * reference.frobenius(h);
}

/**
 * For λ / (λ − μ), μ the largest eigenvalue of λ·I − h: both are off as above, and the entries of that table
 * are rounded. All of it is small beside λ, and weighs κ times as much beside the smallest.
 */
export function conditionNumber(h: Matrix): number {
  const values = reference.eigenvalues(h);
  const [smallest, largest] = [values[0]!, values.at(-1)!];
  const turned = new Matrix(
    h.rows,
    h.rows,
    h.data.map((entry, cell) => (cell % (h.rows + 1) === 0 ? largest : 0) - entry),
  );
  const ofLargest = largestEigenvalue(h);
  const ofSmallest = ofLargest + largestEigenvalue(turned) + rounding(largest);
  // Where the smallest drowns in what it may be off by, any answer will do.
  if (smallest <= ofSmallest) return Infinity;
  return (largest + ofLargest) / (smallest - ofSmallest) - largest / smallest;
}
