import type { OneCycleOptions } from '#solutions/10-one-cycle/exercise';

export * from '#solutions/10-one-cycle/exercise';

export const mistake =
  'In start + share · (end − start), a large start swallows the last digits of a small end. Mix them: start · (1 − share) + end · share.';

export function cosine(start: number, end: number, position: number): number {
  if (!(position >= 0 && position <= 1)) {
    throw new RangeError(`cosine needs a position from 0 to 1, and got ${position}.`);
  }
  const share = (1 + Math.cos(Math.PI * (1 - position))) / 2;
  return start + share * (end - start);
}

export function oneCycle(
  position: number,
  options: OneCycleOptions,
): { learningRate: number; momentum: number } {
  const { peak, warmUp = 0.25, divide = 25, finalDivide = 1e5, momentums = [0.95, 0.85, 0.95] } = options;
  if (!(position >= 0 && position <= 1)) {
    throw new RangeError(`oneCycle needs a position from 0 to 1, and got ${position}.`);
  }
  if (!(peak > 0 && peak < Infinity && warmUp >= 0 && warmUp <= 1 && divide >= 1 && finalDivide >= 1)) {
    throw new RangeError(
      `oneCycle got peak ${peak}, warmUp ${warmUp}, divide ${divide} and finalDivide ${finalDivide}.`,
    );
  }
  if (momentums.length !== 3 || momentums.some((momentum) => !(momentum >= 0 && momentum < 1))) {
    throw new RangeError(
      `oneCycle needs three momentums below one, and got ${momentums.length}: ${momentums.join(', ')}.`,
    );
  }
  const [atStart, atPeak, atEnd] = momentums;
  if (position < warmUp) {
    const done = position / warmUp;
    return { learningRate: cosine(peak / divide, peak, done), momentum: cosine(atStart, atPeak, done) };
  }
  const done = position > warmUp ? (position - warmUp) / (1 - warmUp) : 0;
  return { learningRate: cosine(peak, peak / finalDivide, done), momentum: cosine(atPeak, atEnd, done) };
}
