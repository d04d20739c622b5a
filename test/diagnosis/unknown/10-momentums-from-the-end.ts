import { cosine, type OneCycleOptions } from '#solutions/10-one-cycle/exercise';

export * from '#solutions/10-one-cycle/exercise';

export const lesson = '10';

export function oneCycle(
  position: number,
  options: OneCycleOptions,
): { learningRate: number; momentum: number } {
  const { peak, divide = 25, finalDivide = 100_000 } = options;
  const warmUp = options.warmUp ?? 0.25;
  const [high, low, last] = options.momentums ?? [0.95, 0.85, 0.95];
  const numbers = `position ${position}, peak ${peak}, warmUp ${warmUp}, divide ${divide}, ${finalDivide}`;
  const list = options.momentums ?? [];
  const fine =
    position >= 0 &&
    position <= 1 &&
    peak > 0 &&
    peak < Infinity &&
    warmUp >= 0 &&
    warmUp <= 1 &&
    divide >= 1 &&
    finalDivide >= 1;
  if (!fine) throw new RangeError(numbers);
  if (list.length !== (options.momentums ? 3 : 0) || list.some((each) => !(each >= 0 && each < 1))) {
    throw new RangeError(`${list.length} momentums: ${list.join(' ')}`);
  }
  const rising = position < warmUp;
  const done = rising ? position / warmUp : position === warmUp ? 0 : (position - warmUp) / (1 - warmUp);
  const [from, to] = rising ? [peak / divide, peak] : [peak, peak / finalDivide];
  const [before, after] = rising ? [last, low] : [low, high];
  return { learningRate: cosine(from, to, done), momentum: cosine(before, after, done) };
}
