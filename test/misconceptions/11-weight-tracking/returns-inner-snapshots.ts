import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  "The list is new, but the snapshots in it are the tracker's own. Whoever changes one changes the history.";

export function createTracker(): Tracker {
  const snapshots: Snapshot[] = [];
  return {
    record(step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots.push({ step, weights: weights.slice(), bias });
    },
    history() {
      return [...snapshots];
    },
  };
}
