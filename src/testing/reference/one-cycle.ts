/** From `start` to `end` along half a wave, written as a square: (1 − cos πp) / 2 is sin²(πp / 2). */
export function cosine(start: number, end: number, position: number): number {
  return start + Math.sin((Math.PI / 2) * position) ** 2 * (end - start);
}

/** All of a cycle: nothing is left to a default. */
export interface Cycle {
  readonly peak: number;
  readonly warmUp: number;
  readonly divide: number;
  readonly finalDivide: number;
  readonly momentums: readonly number[];
}

/** Rate and momentum at a position, for a warm-up above 0 and below 1. */
export function oneCycle(
  position: number,
  { peak, warmUp, divide, finalDivide, momentums }: Cycle,
): { learningRate: number; momentum: number } {
  const [begin = NaN, middle = NaN, finish = NaN] = momentums;
  const rising = position <= warmUp;
  const done = rising ? position / warmUp : (position - warmUp) / (1 - warmUp);
  return {
    learningRate: rising ? cosine(peak / divide, peak, done) : cosine(peak, peak / finalDivide, done),
    momentum: rising ? cosine(begin, middle, done) : cosine(middle, finish, done),
  };
}
