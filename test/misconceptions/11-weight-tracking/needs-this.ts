import type { LinearModel, Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const mistake =
  'The list is kept on `this`, which only exists while the tracker stands in front of the dot. Keep it in a variable.';

export function createTracker(): Tracker {
  const tracker = {
    snapshots: [] as Snapshot[],
    record(step: number, { weights, bias }: LinearModel) {
      if (weights.length === 0) throw new RangeError('record needs at least 1 weight, and got 0.');
      this.snapshots.push({ step, weights: weights.slice(), bias });
    },
    history() {
      return this.snapshots.map(({ step, weights, bias }) => ({ step, weights: weights.slice(), bias }));
    },
  };
  return tracker;
}
