export interface OneCycleOptions {
  readonly peak: number;
  readonly warmUp?: number;
  readonly divide?: number;
  readonly finalDivide?: number;
  readonly momentums?: readonly number[];
}

export function cosine(start: number, end: number, position: number): number {
  // Written so that NaN is refused as well.
  if (!(position >= 0 && position <= 1)) {
    throw new RangeError(`cosine needs a position from 0 to 1, and got ${position}.`);
  }
  const share = (1 + Math.cos(Math.PI * (1 - position))) / 2;
  // A mix of both, and not start + share · (end − start): from 10 down to 0.0001, the difference has no room
  // for the last digits of the small number, and the end would be missed.
  return start * (1 - share) + end * share;
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
  // A momentum of 1 would never let anything new in.
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
  // At the peak itself nothing is done yet, also where the warm-up is everything and no way is left.
  const done = position > warmUp ? (position - warmUp) / (1 - warmUp) : 0;
  return { learningRate: cosine(peak, peak / finalDivide, done), momentum: cosine(atPeak, atEnd, done) };
}
