export * from '#solutions/13-why-it-works/exercise';

export const mistake = 'Two different logarithms are divided, one to the base of 10. Take the same for both.';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(conditionNumber >= 1)) {
    throw new RangeError(`stepsToReach needs a condition number of 1 or more, and got ${conditionNumber}.`);
  }
  if (!(ratio > 0 && ratio < 1)) {
    throw new RangeError(`stepsToReach needs a ratio between 0 and 1, and got ${ratio}.`);
  }
  const logarithm = Math.log1p(-2 / (conditionNumber + 1));
  const steps = Math.log10(ratio) / logarithm;
  return Math.max(1, Math.ceil(steps * (1 - 1e-12)));
}
