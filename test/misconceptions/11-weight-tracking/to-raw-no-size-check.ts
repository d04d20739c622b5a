import type { LinearModel, Standardizer } from '#kit/data';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'A standardizer of other columns slips through toRawUnits. Refuse it, and name the sizes that do not fit.';

export function toRawUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const { means, standardDeviations } = standardizer;
  const d = model.weights.length;
  if (d === 0) {
    throw new RangeError(
      `toRawUnits got ${d} weights, ${means.length} means and ${standardDeviations.length} deviations.`,
    );
  }
  const divisors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const weights = model.weights.map((weight, j) => weight / divisors[j]);
  let shift = 0;
  weights.forEach((weight, j) => (shift += means[j] * weight));
  return { weights, bias: model.bias - shift };
}
