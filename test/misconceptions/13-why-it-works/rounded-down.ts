export * from '#solutions/13-why-it-works/exercise';

export const mistake = 'The steps are rounded down. Then the last bit of the way is missing: round up.';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(conditionNumber >= 1)) {
    throw new RangeError(`stepsToReach needs a condition number of 1 or more, and got ${conditionNumber}.`);
  }
  if (!(ratio > 0 && ratio < 1)) {
    throw new RangeError(`stepsToReach needs a ratio between 0 and 1, and got ${ratio}.`);
  }
  const logarithm = Math.log1p(-2 / (conditionNumber + 1));
  const steps = Math.log(ratio) / logarithm;
  return Math.max(1, Math.floor(steps * (1 + 1e-12)));
}
