import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  "The snapshot keeps the model's own array. The next step writes over it, and every snapshot shows the latest weights.";

export function createTracker(): Tracker {
  const snapshots: Snapshot[] = [];
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots.push({ step, weights, bias });
    },
    history() {
      return snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
}
