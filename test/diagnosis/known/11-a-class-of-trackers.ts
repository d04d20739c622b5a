import type { LinearModel, Snapshot } from '#kit/data';
import type { Tracker } from '#solutions/11-weight-tracking/exercise';

export * from '#solutions/11-weight-tracking/exercise';

export const lesson = '11';
export const mistake = 'needs-this';

class ListTracker implements Tracker {
  private readonly list: Snapshot[] = [];

  record(step: number, { weights, bias }: LinearModel): void {
    if (weights.length === 0) throw new RangeError('record: 0 weights');
    this.list.push({ step, weights: weights.slice(), bias });
  }

  history(): Snapshot[] {
    return this.list.map((each) => ({ ...each, weights: each.weights.slice() }));
  }
}

export function createTracker(): Tracker {
  return new ListTracker();
}
