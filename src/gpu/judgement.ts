import type { ThreadTrace } from './reading';

// Honest rounding in float32 nearly always stays within this share of the value.
const cheapTolerance = 1e-5;
// Below this, float32 runs out of digits.
const tiny = 1e-30;

/** Whether two results of one thread are so near that no closer look is needed. */
export function isNear(a: number, b: number): boolean {
  if (Object.is(a, b)) return true;
  const difference = Math.abs(a - b);
  return difference < Infinity && difference <= cheapTolerance * Math.max(Math.abs(a), Math.abs(b)) + tiny;
}

/** Whether two backends' results of one thread are further apart than rounding can bring them. */
export function isBeyondRounding(a: number, b: number, { value, roundingBound }: ThreadTrace): boolean {
  if (Number.isFinite(a) && Number.isFinite(b)) return Math.abs(a - b) > 2 * roundingBound + tiny;
  // A bound also says that nothing on the way leaves the range of float32.
  return Number.isFinite(value) && roundingBound < Infinity;
}
