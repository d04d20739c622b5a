import type { Snapshot } from '#kit/data';
import type { ArticleFunctions, Moment } from '../functions';

/** A picture has no use for more points. */
const MOST_POINTS = 1_000;
/** Ten times the article's steps and more: beyond that, copies of every step would fill the memory. */
const MOST_SNAPSHOTS = 300_000;

/** What happened at every step of a training. */
export interface Watched {
  /** Handed to the training. */
  readonly onStep: (moment: Moment) => Promise<void>;
  /** Loss of each batch before its step. */
  readonly losses: Float64Array;
  /** The model after each step; the first, the last, and as many between as a picture needs. */
  tracked(): Snapshot[];
}

/** Keeps the loss and a copy of the model at every one of so many steps; of very many, of every second or so. */
export function watch(steps: number, { createTracker }: Pick<ArticleFunctions, 'createTracker'>): Watched {
  const tracker = createTracker();
  const losses = new Float64Array(steps);
  const every = Math.ceil(steps / MOST_SNAPSHOTS);
  const done = Promise.resolve();
  return {
    losses,
    // The same promise each time: a step that finds it fulfilled waits no longer than it must.
    onStep({ step, model, loss }) {
      losses[step] = loss;
      if (step % every === 0 || step === steps - 1) tracker.record(step, model);
      return done;
    },
    tracked: () => thinned(tracker.history()),
  };
}

/** At most so many of the values, evenly spaced; the first and the last one always. */
export function thinned<Value>(values: readonly Value[], most = MOST_POINTS): Value[] {
  if (values.length <= most) return [...values];
  const spacing = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => values[Math.round(index * spacing)]!);
}
