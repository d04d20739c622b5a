import type { Dataset, LinearModel, Update } from '#kit/data';
import type { Moment, RaceFunctions } from './functions';

export type ArmName =
  'normalized' | 'raw' | 'raw at its best rate' | 'normalized without decay' | 'raw without decay';

/** One line of an arm's table. Losses may be NaN or infinite. */
export interface TimedEpoch {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly validLoss: number;
  /** Its validation included. */
  readonly seconds: number;
}

/** What an arm is trained with; the same for all arms of a race but the rows. */
export interface Training {
  readonly train: Dataset;
  readonly valid: Dataset;
  readonly model: LinearModel;
  readonly epochs: number;
  readonly batchSize: number;
  readonly seed: number;
}

/** A model at the end of its training. */
export interface Trained {
  readonly model: LinearModel;
  readonly epochs: readonly TimedEpoch[];
  /** A number on the way left what float32 can hold. */
  readonly diverged: boolean;
}

/** How an arm may be watched. */
export interface Watching {
  /** Called about a hundred times; `share` grows from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends the training at the first step whose numbers leave float32. */
  readonly stopAtOverflow?: boolean;
  /** Called after every step. Unlike the others it makes each step wait once more. */
  readonly onStep?: (moment: Moment) => Promise<void>;
}

/** Plain gradient descent: each step ends with the shelf's own `descend`. */
export function plainUpdate(learningRate: number, { descend }: Pick<RaceFunctions, 'descend'>): Update {
  return (model, gradient) => descend(model, gradient, learningRate);
}

/**
 * Trains with the shelf's own `fit`.
 * @param update how a step ends; one that remembers is made anew for each training
 */
export async function train(
  training: Training,
  update: Update,
  { fit }: Pick<RaceFunctions, 'fit'>,
  { onProgress, stopAtOverflow = false, onStep }: Watching = {},
): Promise<Trained> {
  const stepsAnEpoch = Math.ceil(training.train.targets.length / training.batchSize);
  const steps = stepsAnEpoch * training.epochs;
  const marks = Math.max(1, Math.floor(steps / 100));
  const times: number[] = [];
  let step = 0;
  // The times are taken here, where an epoch's first step passes anyway: an `onStep` would make every step
  // wait once more.
  const watched: Update = (model, gradient, position) => {
    if (step % stepsAnEpoch === 0) times.push(performance.now());
    if (step % marks === 0) onProgress?.(step / steps);
    if (stopAtOverflow && !allFinite(model)) throw new Overflow();
    step += 1;
    return update(model, gradient, position);
  };
  try {
    const { model, epochs } = await fit({
      ...training,
      update: watched,
      ...(onStep === undefined ? {} : { onStep }),
    });
    times.push(performance.now());
    const timed = epochs.map((epoch, index) => ({ ...epoch, seconds: secondsOf(times, index) }));
    const diverged = !allFinite(model) || !timed.every(hasFiniteLosses);
    return { model, epochs: timed, diverged };
  } catch (error) {
    if (error instanceof Overflow) return { model: training.model, epochs: [], diverged: true };
    throw error;
  }
}

/** The loss on the validation rows at the end; NaN where training stopped on the way. */
export function finalLoss({ epochs }: Pick<Trained, 'epochs'>): number {
  return epochs.at(-1)?.validLoss ?? NaN;
}

/** Thrown through `fit`, to leave it early. */
class Overflow extends Error {
  override readonly name = 'Overflow';
}

function allFinite({ weights, bias }: LinearModel): boolean {
  for (const weight of weights) if (!Number.isFinite(weight)) return false;
  return Number.isFinite(bias);
}

function hasFiniteLosses({ trainLoss, validLoss }: TimedEpoch): boolean {
  return Number.isFinite(trainLoss) && Number.isFinite(validLoss);
}

function secondsOf(times: readonly number[], epoch: number): number {
  return ((times[epoch + 1] ?? NaN) - (times[epoch] ?? NaN)) / 1000;
}
