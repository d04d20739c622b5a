import type { Cycle } from '../reference';
import { HALF_EPSILON } from './float64';

/** For a mix of two numbers by a share of at most 1: roundings of the angle, its cosine, the share and the mix. */
export function cosine(start: number, end: number): number {
  return 8 * HALF_EPSILON * (Math.abs(start) + Math.abs(end));
}

/** As for `cosine`, with a position that is a quotient of differences, which adds up to as much again. */
export function oneCycle({ peak, momentums }: Cycle): { learningRate: number; momentum: number } {
  const largest = Math.max(...momentums);
  return { learningRate: 2 * cosine(peak, peak), momentum: 2 * cosine(largest, largest) };
}
