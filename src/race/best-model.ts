import type { Dataset, LinearModel } from '#kit/data';

/** Of each diagonal entry: what keeps columns that say the same thing from dividing by nothing. */
const RIDGE = 1e-9;

/** The model with the least loss over these rows: least squares, in float64. */
export function bestModel({ x, targets }: Dataset): LinearModel {
  const size = x.columns + 1;
  // The normal equations, with the right side as the last column.
  const table = Array.from({ length: size }, () => new Float64Array(size + 1));
  const entries = new Float64Array(size + 1).fill(1);
  for (let row = 0; row < x.rows; row += 1) {
    for (let column = 0; column < x.columns; column += 1) {
      entries[column] = x.data[row * x.columns + column]!;
    }
    entries[size] = targets[row]!;
    for (let p = 0; p < size; p += 1) {
      for (let q = 0; q <= size; q += 1) table[p]![q]! += entries[p]! * entries[q]!;
    }
  }
  table.forEach((equation, p) => (equation[p]! *= 1 + RIDGE));
  const solution = solved(table);
  return { weights: Float32Array.from(solution.slice(0, -1)), bias: solution.at(-1)! };
}

/** Elimination and back substitution; a parameter about which the rows say nothing is 0. */
function solved(table: readonly Float64Array[]): number[] {
  const size = table.length;
  for (let p = 0; p < size; p += 1) {
    const pivot = table[p]!;
    for (let q = p + 1; q < size; q += 1) {
      const share = pivot[p] === 0 ? 0 : table[q]![p]! / pivot[p]!;
      for (let column = p; column <= size; column += 1) table[q]![column]! -= share * pivot[column]!;
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let p = size - 1; p >= 0; p -= 1) {
    let rest = table[p]![size]!;
    for (let q = p + 1; q < size; q += 1) rest -= table[p]![q]! * solution[q]!;
    solution[p] = table[p]![p] === 0 ? 0 : rest / table[p]![p]!;
  }
  return solution;
}
