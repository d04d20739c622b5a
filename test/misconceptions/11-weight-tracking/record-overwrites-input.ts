import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'record rounds the weights of the model that it was given, to print them. Whoever trains it needs all their digits.';

export function createTracker(): Tracker {
  const snapshots: Snapshot[] = [];
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots.push({ step, weights: weights.slice(), bias });
      weights.forEach((weight, j) => (weights[j] = Math.round(weight)));
    },
    history() {
      return snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
}
