import type { LinearModel, Standardizer } from '#kit/data';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'A deviation of 0 multiplies here, and the weight is lost: the way back to raw units cannot restore it.';

export function toStandardUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const { means, standardDeviations } = standardizer;
  const d = model.weights.length;
  if (d === 0 || means.length !== d || standardDeviations.length !== d) {
    throw new RangeError(
      `toStandardUnits got ${d} weights, ${means.length} means and ${standardDeviations.length} deviations.`,
    );
  }
  const weights = model.weights.map((weight, j) => weight * standardDeviations[j]);
  let shift = 0;
  model.weights.forEach((weight, j) => (shift += means[j] * weight));
  return { weights, bias: model.bias + shift };
}
