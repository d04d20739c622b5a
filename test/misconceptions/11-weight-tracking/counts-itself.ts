import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'This counts the records instead of keeping the step that it is told. Not every step is recorded.';

export function createTracker(): Tracker {
  const snapshots: Snapshot[] = [];
  return {
    record(_step, { weights, bias }) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      snapshots.push({ step: snapshots.length, weights: weights.slice(), bias });
    },
    history() {
      return snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
}
