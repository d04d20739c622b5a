export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'A condition number below 1 slips through. There is none: refuse it with a RangeError.';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(ratio > 0 && ratio < 1)) {
    throw new RangeError(`stepsToReach needs a ratio between 0 and 1, and got ${ratio}.`);
  }
  const logarithm = Math.log1p(-2 / (conditionNumber + 1));
  const steps = Math.log(ratio) / logarithm;
  return Math.max(1, Math.ceil(steps * (1 - 1e-12)));
}
