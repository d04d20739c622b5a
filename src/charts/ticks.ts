/*
 * How many ticks an axis has room for.
 */

/** Pixels for a number of an axis and what keeps it from the next one: `−0.25` and `10,000` are long ones. */
const NUMBER = 58;

/** At most so many, along so many pixels; two tell where an axis lies. @param each pixels for one of them */
export function ticksAlong(pixels: number, most: number, each = NUMBER): number {
  return Math.max(2, Math.min(most, Math.floor(pixels / each)));
}
