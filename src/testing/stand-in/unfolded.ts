/** Nothing of the course is nested as deep. */
const DEEPEST = 100;

/**
 * How many lists and objects somebody meets who follows every path from a value: where many paths lead to one, far
 * more than there are. Infinity where a path never ends.
 */
export function unfolded(value: unknown, known = new Map<object, number>(), depth = 0): number {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 0;
  const before = known.get(value);
  if (before !== undefined) return before;
  if (depth > DEEPEST) return Infinity;
  // Whoever comes by again before it is counted goes in a circle.
  known.set(value, Infinity);
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const count = parts.reduce<number>((sum, part) => sum + unfolded(part, known, depth + 1), 1);
  known.set(value, count);
  return count;
}
