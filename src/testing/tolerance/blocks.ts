import * as reference from '../reference';
import { EPSILON } from './rounding';

/** No thread reads more values than these. */
export const MOST_READS = 4096;

/**
 * For a sum in float32 in blocks of at most 4,096, and then over the blocks: no value goes through more
 * additions than the longest block and the blocks have.
 */
export function blockSum(values: ArrayLike<number>): number {
  return (additionsInBlocks(values.length) / 2) * EPSILON * values.length * reference.meanSize(values);
}

export function additionsInBlocks(length: number): number {
  return length <= MOST_READS ? length : MOST_READS + Math.ceil(length / MOST_READS);
}
