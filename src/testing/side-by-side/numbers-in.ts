import { Matrix } from '#kit/data';

/** How many numbers a value holds: the size of what a function was called with. */
export function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  if (value instanceof Matrix) return value.data.length;
  if (ArrayBuffer.isView(value)) return (value as Float32Array).length;
  return Object.values(value).reduce((sum: number, part) => sum + numbersIn(part), 0);
}
