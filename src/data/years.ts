/**
 * The years 1950 to 2020: 71 whole numbers, far from 0 and close together, and so a test of precision.
 * A new array each time, so that nobody can spoil it for the next one.
 */
export function years(): Float32Array {
  return Float32Array.from({ length: 71 }, (_, index) => 1950 + index);
}
