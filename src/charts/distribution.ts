/** How often values lie where: bins of one width. */
export interface Distribution {
  /** One more than there are counts. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly mean: number;
  /** Of the population. */
  readonly standardDeviation: number;
}

const BINS = 24;

/** @throws RangeError without values. */
export function distributionOf(values: ArrayLike<number>, bins = BINS): Distribution {
  const { length } = values;
  if (length === 0) throw new RangeError('A distribution needs 1 value or more, and got 0.');
  let [low, high, sum] = [Infinity, -Infinity, 0];
  for (let index = 0; index < length; index += 1) {
    const value = values[index]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  const mean = sum / length;
  // A column that never changes has a place, but no width of its own.
  const width = (high - low || 1) / bins;
  const counts = Array.from({ length: bins }, () => 0);
  let squares = 0;
  for (let index = 0; index < length; index += 1) {
    const value = values[index]!;
    counts[Math.min(bins - 1, Math.floor((value - low) / width))]! += 1;
    squares += (value - mean) ** 2;
  }
  const edges = Array.from({ length: bins + 1 }, (_, index) => low + index * width);
  return { edges, counts, mean, standardDeviation: Math.sqrt(squares / length) };
}
