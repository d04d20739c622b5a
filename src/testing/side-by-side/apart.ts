import type { Snapshot } from '../diagnosis/snapshot';

/**
 * How far two results differ: the largest difference between two entries, as a share of the largest number in
 * the same column or table. 0 for results that are the same digit by digit, Infinity for those of another kind
 * or size.
 */
export function apart(left: Snapshot, right: Snapshot): number {
  if (left.kind === 'numbers' && right.kind === 'numbers' && left.shape === right.shape) {
    return numbersApart(left.values, right.values);
  }
  if (left.kind === 'parts' && right.kind === 'parts' && left.shape === right.shape) {
    return Math.max(0, ...left.parts.map((part, index) => apart(part, right.parts[index]!)));
  }
  // Both refuse: the words are everybody's own.
  if (left.kind === 'error' && right.kind === 'error') return 0;
  return left.kind === 'text' && right.kind === 'text' && left.text === right.text ? 0 : Infinity;
}

function numbersApart(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let [most, largest] = [0, 0];
  for (let i = 0; i < left.length; i++) {
    const [one, other] = [left[i]!, right[i]!];
    if (Object.is(one, other)) continue;
    if (!Number.isFinite(one) || !Number.isFinite(other)) return Infinity;
    most = Math.max(most, Math.abs(one - other));
  }
  if (most === 0) return 0;
  for (const values of [left, right]) {
    for (let i = 0; i < values.length; i++) {
      if (Number.isFinite(values[i])) largest = Math.max(largest, Math.abs(values[i]!));
    }
  }
  return most / largest;
}
