import type { LinearModel, Standardizer } from '#kit/data';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'toRawUnits writes 1 over the deviations of 0, in the standardizer that it was given. Others still use that.';

export function toRawUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const { means, standardDeviations } = standardizer;
  const d = model.weights.length;
  if (d === 0 || means.length !== d || standardDeviations.length !== d) {
    throw new RangeError(
      `toRawUnits got ${d} weights, ${means.length} means and ${standardDeviations.length} deviations.`,
    );
  }
  standardDeviations.forEach((deviation, j) => (standardDeviations[j] = deviation || 1));
  const weights = model.weights.map((weight, j) => weight / standardDeviations[j]);
  let shift = 0;
  weights.forEach((weight, j) => (shift += means[j] * weight));
  return { weights, bias: model.bias - shift };
}
