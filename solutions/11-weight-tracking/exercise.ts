import type { LinearModel, Snapshot, Standardizer } from '#kit/data';

export interface Tracker {
  record(step: number, model: LinearModel): void;
  history(): Snapshot[];
}

export function createTracker(): Tracker {
  // Inside the function, so that every tracker has its own. In a variable and not on `this`, so that
  // record and history also work when they are handed on alone.
  const snapshots: Snapshot[] = [];
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      // A variable holds an array's address, not its numbers. slice copies the numbers, and does it now:
      // the next step of the training may write over them.
      snapshots.push({ step, weights: weights.slice(), bias });
    },
    history() {
      // Copied on the way out too: whoever gets a list, an object or an array can change it.
      return snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
}

export function toRawUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const { means, standardDeviations } = standardizer;
  refuseUnlessFitting('toRawUnits', [model.weights.length, means.length, standardDeviations.length]);
  const divisors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const weights = model.weights.map((weight, j) => weight / divisors[j]);
  // w · (x − mean) / std is (w / std) · x − (w / std) · mean. The second half is the same for every row, so
  // it belongs to the bias.
  let shift = 0;
  weights.forEach((weight, j) => (shift += means[j] * weight));
  return { weights, bias: model.bias - shift };
}

export function toStandardUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  const { means, standardDeviations } = standardizer;
  refuseUnlessFitting('toStandardUnits', [model.weights.length, means.length, standardDeviations.length]);
  const divisors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const weights = model.weights.map((weight, j) => weight * divisors[j]);
  // Undoes the shift of toRawUnits, so it takes the same weights: the raw ones, which come in here.
  let shift = 0;
  model.weights.forEach((weight, j) => (shift += means[j] * weight));
  return { weights, bias: model.bias + shift };
}

/** One check for both directions, so that they cannot come to differ. */
function refuseUnlessFitting(name: string, sizes: number[]): void {
  const [weights, means, deviations] = sizes;
  if (weights > 0 && means === weights && deviations === weights) return;
  throw new RangeError(
    `${name} needs a mean and a deviation for each of at least 1 weight, ` +
      `and got ${weights} weights, ${means} means and ${deviations} deviations.`,
  );
}
