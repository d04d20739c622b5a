import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  "history hands out the tracker's own list. Whoever shortens it takes snapshots away, and it grows in their hands.";

export function createTracker(): Tracker {
  const snapshots: Snapshot[] = [];
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots.push({ step, weights: weights.slice(), bias });
    },
    history() {
      return snapshots;
    },
  };
}
