import { Matrix } from '#kit/data';
import { sum } from './columns';

/** 2/n · X̃ᵀX̃, X̃ the table with a column of ones behind its last: added up in float64, rounded at the end. */
export function curvature(x: Matrix): Matrix {
  const size = x.columns + 1;
  const bends = new Float64Array(size * size);
  const row = new Float64Array(size).fill(1);
  for (let index = 0; index < x.rows; index++) {
    row.set(x.data.subarray(index * x.columns, (index + 1) * x.columns));
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) bends[i * size + j]! += row[i]! * row[j]!;
    }
  }
  return new Matrix(
    size,
    size,
    Float32Array.from(bends, (total) => (2 * total) / x.rows),
  );
}

/** A number that a symmetric table stretches some direction by, and that direction, of length 1. */
export interface Eigenpair {
  readonly value: number;
  readonly direction: Float64Array;
}

// Twelve leave nothing of any coupling: from some point on, each sweep squares what is left.
const SWEEPS = 12;

/**
 * All of a symmetric table's, the smallest value first: Jacobi's rotations, which turn two axes at a time until
 * no two are coupled.
 */
export function eigenpairs(h: Matrix): Eigenpair[] {
  const size = h.rows;
  const axes = Array.from({ length: size }, (_, index) => index);
  const a = axes.map((row) => Float64Array.from(h.row(row)));
  const directions = axes.map((row) => Float64Array.from(axes, (column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const p of axes) for (const q of axes.slice(p + 1)) turn(a, directions, p, q);
  }
  const pairs = axes.map((axis) => ({ value: a[axis]![axis]!, direction: directions[axis]! }));
  return pairs.toSorted((one, other) => one.value - other.value);
}

/** Turns axes p and q so that the entry that couples them becomes 0. */
function turn(a: Float64Array[], directions: Float64Array[], p: number, q: number): void {
  const coupling = a[p]![q]!;
  if (coupling === 0) return;
  const half = (a[q]![q]! - a[p]![p]!) / (2 * coupling);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const mix = (one: Float64Array, other: Float64Array) =>
    one.forEach((left, k) => {
      const right = other[k]!;
      one[k] = cosine * (left - tangent * right);
      other[k] = cosine * (right + tangent * left);
    });
  mix(a[p]!, a[q]!);
  mix(directions[p]!, directions[q]!);
  for (const row of a) {
    const [left, right] = [row[p]!, row[q]!];
    row[p] = cosine * (left - tangent * right);
    row[q] = cosine * (right + tangent * left);
  }
}

/** Eigenvalues of a symmetric table, the smallest first. */
export function eigenvalues(h: Matrix): Float64Array {
  return Float64Array.from(eigenpairs(h), ({ value }) => value);
}

/** The largest eigenvalue divided by the smallest. */
export function conditionNumber(h: Matrix): number {
  const values = eigenvalues(h);
  return values.at(-1)! / values[0]!;
}

/**
 * Plain gradient descent over the rows, in float64, towards a model that fits them exactly.
 * @param offset how far the model is from that one at the start: an entry for each weight, and one for the bias
 * @returns the length of what is left of the offset after 0, 1, … steps, as a share of its length at the start
 */
export function descent(x: Matrix, offset: ArrayLike<number>, rate: number, steps: number): Float64Array {
  const { rows, columns, data } = x;
  const left = Float64Array.from(offset);
  const lengths = new Float64Array(steps + 1);
  for (let step = 0; step <= steps; step++) {
    lengths[step] = Math.hypot(...left);
    const slopes = new Float64Array(columns + 1);
    for (let row = 0, start = 0; row < rows; row++, start += columns) {
      let residual = left[columns]!;
      for (let column = 0; column < columns; column++) residual += left[column]! * data[start + column]!;
      for (let column = 0; column < columns; column++) slopes[column]! += residual * data[start + column]!;
      slopes[columns]! += residual;
    }
    slopes.forEach((slope, index) => (left[index]! -= (rate * 2 * slope) / rows));
  }
  return lengths.map((length) => length / lengths[0]!);
}

/** Σ |entry|² of a table, rooted: no smaller than its largest eigenvalue. */
export function frobenius(h: Matrix): number {
  return Math.sqrt(sum(Array.from(h.data, (entry) => entry * entry)));
}
