import type { Standardizer } from '#kit/data';
import * as reference from '../reference';
import { EPSILON, rounding, type Allowance } from './rounding';

/**
 * For w / std and bias − Σ mean · w on the host: each weight is rounded once, perhaps before the means weigh
 * it, what they weigh perhaps once more, and the bias at the latest when it is handed on.
 */
export function rawUnits(model: reference.Line, standardizer: Standardizer): Allowance {
  const { weights } = reference.rawUnits(model, standardizer);
  return { weights: weights.map(rounding), bias: shifted(model.bias, weights, standardizer) };
}

/** For w · std and bias + Σ mean · w on the host, rounded as in `rawUnits`. */
export function standardUnits(model: reference.Line, standardizer: Standardizer): Allowance {
  const { weights } = reference.standardUnits(model, standardizer);
  return { weights: weights.map(rounding), bias: shifted(model.bias, model.weights, standardizer) };
}

function shifted(bias: number, weights: ArrayLike<number>, { means }: Standardizer): number {
  const shifts = Array.from(means, (mean, index) => Math.abs(weights[index]! * mean));
  return EPSILON * (Math.abs(bias) + 2 * reference.sum(shifts));
}

/** For a model taken to raw units and back: what was lost on the way there, in standard units, and on the way back. */
export function thereAndBack(model: reference.Line, standardizer: Standardizer): Allowance {
  const there = rawUnits(model, standardizer);
  const back = standardUnits(reference.rawUnits(model, standardizer), standardizer);
  const lost = reference.standardUnits(there, { ...standardizer, means: standardizer.means.map(Math.abs) });
  return {
    weights: lost.weights.map((weight, index) => weight + back.weights[index]!),
    bias: lost.bias + back.bias,
  };
}
