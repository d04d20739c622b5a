import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake = 'Only the last record is kept. A history holds all of them.';

export function createTracker(): Tracker {
  const snapshots: Snapshot[] = [];
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots[0] = { step, weights: weights.slice(), bias };
    },
    history() {
      return snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
}
