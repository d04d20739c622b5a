import type { LinearModel, Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const lesson = '11';
export const mistake = 'same-array';

export function createTracker(): Tracker {
  const steps = new Map<number, LinearModel>();
  return {
    record: (step, model) => {
      if (model.weights.length < 1) throw new RangeError('record: 0 weights');
      steps.set(step, Object.freeze({ ...model }));
    },
    history: () => {
      const snapshots: Snapshot[] = [];
      for (const [step, { weights, bias }] of steps) {
        snapshots.push({ step, weights: Float32Array.from(weights), bias });
      }
      return snapshots;
    },
  };
}
