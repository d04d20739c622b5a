export * from '#solutions/13-why-it-works/exercise';

export const lesson = '13';
export const mistake = 'momentum';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(conditionNumber >= 1)) throw new RangeError(`stepsToReach: condition number ${conditionNumber}`);
  if (!(ratio > 0) || ratio >= 1) throw new RangeError(`stepsToReach: ratio ${ratio}`);
  const kappa = conditionNumber ** 0.5;
  if (kappa === Infinity) return kappa;
  const perStep = Math.log((kappa + 1) / (kappa - 1));
  return Math.max(1, Math.ceil(-Math.log(ratio) / perStep - 1e-9));
}
