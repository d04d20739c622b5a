import type { LinearModel, Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const lesson = '11';
export const mistake = 'shared-list';

let recorded: readonly Snapshot[] = [];

function record(step: number, model: LinearModel): void {
  if (model.weights.length === 0) throw new RangeError('record: 0 weights');
  recorded = [...recorded, { step, weights: new Float32Array(model.weights), bias: model.bias }];
}

function history(): Snapshot[] {
  return recorded.map((each) => ({ ...each, weights: new Float32Array(each.weights) }));
}

export function createTracker(): Tracker {
  return { record, history };
}
