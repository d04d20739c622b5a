/**
 * The rate for standardized columns where nobody names one. 0.1 suits most; over many steps less does,
 * and keeps rate · steps at 25; and columns that move together make the bowl steeper than 0.1 allows.
 * @param steepest largest eigenvalue of the standardized training rows' curvature
 */
export function suitableRate(steps: number, steepest: number): number {
  return Math.min(0.1, 25 / steps, 1 / steepest);
}

/**
 * Powers of ten to try on raw columns: from 1, which is too fast for any (the bias alone bends by 2), to
 * three decades below the greatest rate that does not grow along the steepest direction.
 */
export function decades(steepest: number): number[] {
  const limit = Math.floor(Math.log10(2 / steepest));
  const lowest = Number.isFinite(limit) ? Math.min(limit, 0) - 3 : -40;
  return Array.from({ length: 1 - lowest }, (_, index) => Number(`1e${lowest + index}`));
}
