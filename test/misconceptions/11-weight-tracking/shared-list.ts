import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'The list stands outside of createTracker, so all trackers write into the same one. Make a new list in each.';

const snapshots: Snapshot[] = [];

export function createTracker(): Tracker {
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots.push({ step, weights: weights.slice(), bias });
    },
    history() {
      return snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
}
