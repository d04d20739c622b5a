import type { LinearModel, Standardizer } from '#kit/data';

export * from '#solutions/11-weight-tracking/exercise';

export const lesson = '11';

export function toRawUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const d = model.weights.length;
  const { means, standardDeviations } = standardizer;
  if (d === 0 || means.length !== d || standardDeviations.length !== d) {
    throw new RangeError(`toRawUnits: ${d}, ${means.length}, ${standardDeviations.length}`);
  }
  const weights = new Float32Array(d);
  let { bias } = model;
  for (let j = 0; j < d; j++) {
    weights[j] = model.weights[j] / (standardDeviations[j] || 1);
    bias -= (means[j] * weights[j]) / 2;
  }
  return { weights, bias };
}
