import type { Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const lesson = '11';

export function createTracker(): Tracker {
  const list: Snapshot[] = [];
  const record: Tracker['record'] = (step, { weights, bias }) => {
    if (!weights.length) throw new RangeError('record: 0 weights');
    if (step % 2 === 0) list[list.length] = { step, weights: Float32Array.from(weights), bias };
  };
  return {
    record,
    history: () => Array.from(list, (snapshot) => ({ ...snapshot, weights: snapshot.weights.slice() })),
  };
}
