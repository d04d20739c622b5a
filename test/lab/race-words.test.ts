import { describe, expect, it } from 'vitest';
import type { Progress, RaceStart } from '../../src/lab/messages';
import { RaceView } from '../../src/lab/page/race-view';
import { doneWords, eventWords, speedWords, statusWords } from '../../src/lab/page/race-words';

const start: RaceStart = {
  target: 'y',
  learningRate: 0.1,
  epochs: 10,
  steps: 25_000,
  stepsAnEpoch: 2_500,
  backend: 'webasm',
};
const progress = (news: Partial<Progress>): Progress => ({
  arm: 'raw',
  attempt: 1,
  step: 0,
  stepsPerSecond: 0,
  batches: [],
  epochs: [],
  tracked: { raw: [], standard: [] },
  ...news,
});
const ended = { arm: 'raw', learningRate: 0.1, stepsPerSecond: 1, epochs: [] } as const;

describe('a race in words', () => {
  it('is prepared before an arm begins', () => {
    expect(statusWords(new RaceView(start, false), false)).toBe('The data is being prepared.');
  });

  it('tells the epoch while it runs, and the step where it stands still', () => {
    const view = new RaceView(start, false);
    view.heard(progress({ step: 2_500, stepsPerSecond: 40_123.4 }));
    expect(statusWords(view, false)).toBe('raw: epoch 2 of 10');
    expect(statusWords(view, true)).toBe('raw: epoch 2 of 10, paused after 2,500 of 25,000 steps');
    expect(speedWords(view.current!, start)).toBe('40,123 steps per second on webasm');
    view.heard(progress({ step: 25_000 }));
    expect(statusWords(view, false)).toBe('raw: epoch 10 of 10');
  });

  it('says when rates are tried', () => {
    const view = new RaceView(start, false);
    view.heard(progress({ arm: 'raw at its best rate', searched: 0.3 }));
    expect(statusWords(view, false)).toBe('raw at its best rate: trying rates');
  });

  it('says at which step an arm left the bowl, before the verdict', () => {
    const view = new RaceView(start, false);
    view.heard(progress({ step: 40, left: 12 }));
    view.words = ['Normalized wins.'];
    expect(eventWords(view)).toEqual([
      'raw left the bowl at step 12: its loss was a thousand times that of the start.',
      'Normalized wins.',
    ]);
  });

  it('ends with a loss for each arm, or with what became of it', () => {
    const view = new RaceView(start, false);
    view.ended({ ...ended, arm: 'normalized', loss: 5.1966e-5, diverged: false });
    view.ended({ ...ended, loss: NaN, diverged: true });
    expect(doneWords(view)).toBe('Done: normalized ends at 5.2e-5, raw overflowed.');
  });
});

describe('what the page knows of an arm', () => {
  it('adds up', () => {
    const view = new RaceView(start, false);
    view.heard(progress({ step: 10, batches: [{ epoch: -0.9, loss: 4 }] }));
    view.heard(progress({ step: 20, batches: [{ epoch: -0.8, loss: 3 }] }));
    expect(view.current?.batches.map(({ loss }) => loss)).toEqual([4, 3]);
  });

  it('begins anew with another rate, however far that one has come', () => {
    const snapshot = { step: 1, weights: Float32Array.of(1), bias: 0 };
    const view = new RaceView(start, false);
    view.heard(
      progress({
        step: 10,
        batches: [{ epoch: -0.9, loss: 4 }],
        epochs: [{ epoch: 0, validLoss: 4 }],
        tracked: { raw: [snapshot], standard: [snapshot] },
        left: 3,
      }),
    );
    view.heard(progress({ attempt: 2, step: 20, batches: [{ epoch: -0.9, loss: 1 }] }));
    expect(view.arms).toHaveLength(1);
    expect(view.current).toMatchObject({
      step: 20,
      left: undefined,
      batches: [{ loss: 1 }],
      epochs: [],
      tracked: { raw: [], standard: [] },
    });
  });
});
