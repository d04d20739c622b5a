const MOST_SWEEPS = 60;

/**
 * All eigenvalues of a symmetric matrix, the smallest first: Jacobi's rotations, in float64.
 * @param matrix n × n values, row by row; it stays as it is
 */
export function eigenvalues(matrix: Float64Array, n: number): Float64Array {
  const a = Float64Array.from(matrix);
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, n); sweep += 1) {
    for (let p = 0; p < n; p += 1) for (let q = p + 1; q < n; q += 1) rotate(a, n, p, q);
  }
  return Float64Array.from({ length: n }, (_, index) => a[index * n + index]!).sort();
}

/** Turns the plane of two axes so that the value that couples them becomes 0. */
function rotate(a: Float64Array, n: number, p: number, q: number): void {
  const coupling = a[p * n + q]!;
  if (coupling === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * coupling);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(t, 1);
  const sin = t * cos;
  for (let k = 0; k < n; k += 1) {
    const [left, right] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = cos * left - sin * right;
    a[k * n + q] = sin * left + cos * right;
  }
  for (let k = 0; k < n; k += 1) {
    const [upper, lower] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = cos * upper - sin * lower;
    a[q * n + k] = sin * upper + cos * lower;
  }
}

function isDiagonal(a: Float64Array, n: number): boolean {
  for (let p = 0; p < n; p += 1) {
    for (let q = p + 1; q < n; q += 1) {
      const scale = Math.sqrt(Math.abs(a[p * n + p]! * a[q * n + q]!));
      if (Math.abs(a[p * n + q]!) > 1e-16 * scale) return false;
    }
  }
  return true;
}
