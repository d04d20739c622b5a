import type { LinearModel, Standardizer } from '#kit/data';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'The weights change their units, and the bias stays. It should become the prediction for the average row.';

export function toStandardUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const { means, standardDeviations } = standardizer;
  const d = model.weights.length;
  if (d === 0 || means.length !== d || standardDeviations.length !== d) {
    throw new RangeError(
      `toStandardUnits got ${d} weights, ${means.length} means and ${standardDeviations.length} deviations.`,
    );
  }
  const divisors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const weights = model.weights.map((weight, j) => weight * divisors[j]);
  return { weights, bias: model.bias };
}
