import { cosine, type OneCycleOptions } from '#solutions/10-one-cycle/exercise';

export * from '#solutions/10-one-cycle/exercise';

export const mistake =
  'There is no warm-up: the rate begins at the peak. It should begin at peak / divide, and rise to the peak first.';

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
  const [, atPeak, atEnd] = momentums;
  const done = position;
  return { learningRate: cosine(peak, peak / finalDivide, done), momentum: cosine(atPeak, atEnd, done) };
}
