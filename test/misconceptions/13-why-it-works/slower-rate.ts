export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'This is for a rate of 1 / λmax, where a step leaves (κ − 1) / κ. At the best rate it leaves (κ − 1) / (κ + 1).';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(conditionNumber >= 1)) {
    throw new RangeError(`stepsToReach needs a condition number of 1 or more, and got ${conditionNumber}.`);
  }
  if (!(ratio > 0 && ratio < 1)) {
    throw new RangeError(`stepsToReach needs a ratio between 0 and 1, and got ${ratio}.`);
  }
  const logarithm = Math.log1p(-1 / conditionNumber);
  const steps = Math.log(ratio) / logarithm;
  return Math.max(1, Math.ceil(steps * (1 - 1e-12)));
}
