export * from '#solutions/13-why-it-works/exercise';

export const mistake = 'A ratio that is not between 0 and 1 slips through. Refuse it with a RangeError.';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(conditionNumber >= 1)) {
    throw new RangeError(`stepsToReach needs a condition number of 1 or more, and got ${conditionNumber}.`);
  }
  const logarithm = Math.log1p(-2 / (conditionNumber + 1));
  const steps = Math.log(ratio) / logarithm;
  return Math.max(1, Math.ceil(steps * (1 - 1e-12)));
}
