export * from '#solutions/13-why-it-works/exercise';

export const lesson = '13';

export function stepsToReach(conditionNumber: number, ratio: number): number {
  if (!(conditionNumber >= 1)) throw new RangeError(`stepsToReach: condition number ${conditionNumber}`);
  if (!(ratio > 0) || ratio >= 1) throw new RangeError(`stepsToReach: ratio ${ratio}`);
  if (conditionNumber === Infinity) return Infinity;
  const left = (conditionNumber - 1) / (conditionNumber + 1);
  return Math.floor(Math.log(ratio) / Math.log(left)) + 2;
}
