import type { Dataset, LinearModel, Run, Update } from '#kit/data';
import { Random } from '#kit/data';
import { todo } from '#kit/todo';
import { fitStandardizer, transform } from '../04-standardizer/exercise';
import { meanSquaredError, predict } from '../06-linear-model/exercise';
import { gradient, residuals } from '../07-gradient-step/exercise';

// The final check runs on these, too: all that you have built.
export { fitStandardizer } from '../04-standardizer/exercise';
export { descend } from '../07-gradient-step/exercise';
export { createTracker, toRawUnits } from '../11-weight-tracking/exercise';

/**
 * The rows 0 … rows − 1 in a random order, cut into batches: each row once. The last batch may be short.
 *
 * @param seed the same seed gives the same batches
 * @throws RangeError when there are no rows, or the batch size is not a whole number of 1 or more; it
 * names both
 */
export function batches(rows: number, batchSize: number, seed: number): Uint32Array[] {
  // TODO: shuffle the row numbers (new Random(seed).shuffle(rows) does it), and cut the order into pieces
  //       of `batchSize`. (roughly 8 lines)
  return todo('batches');
}

/** What `fit` needs. */
export interface FitOptions {
  readonly train: Dataset;
  readonly valid: Dataset;
  /** The model to start from; it stays as it is. */
  readonly model: LinearModel;
  readonly epochs: number;
  readonly batchSize: number;
  /** Decides the order of the rows. Each epoch has an order of its own. */
  readonly seed: number;
  /** Gives the next model; `position` is step / steps, counted over the whole fit. */
  readonly update: Update;
  /** Called after each step, and awaited: the loss is the batch's before the update, the model the new one. */
  readonly onStep?: (moment: { step: number; model: LinearModel; loss: number }) => Promise<void>;
}

/**
 * Trains a model: for each batch of each epoch residuals, gradient, update. Steps count from 0.
 *
 * @returns the model at the end, and for each epoch `trainLoss`, the mean of its batch losses, and
 * `validLoss`, the mean squared error over all validation rows
 * @throws RangeError when there are no rows, or no epochs (as a rejection)
 */
export async function fit(options: FitOptions): Promise<Run> {
  // TODO: two loops, epochs and batches. For each batch: take its rows and targets, compute the residuals
  //       and from them the batch's loss and the gradient, and let `update` give the next model. Call
  //       `onStep` where there is one. (roughly 20 lines)
  // TODO: after each epoch, the loss over the validation rows. (roughly 3 lines)
  return todo('fit');
}

/** What `race` needs: as `fit`, with an optimizer to be started for each arm. */
export interface RaceOptions extends Omit<FitOptions, 'update' | 'onStep'> {
  readonly startUpdate: () => Promise<Update>;
}

/**
 * Trains the same model twice, on standardized and on raw inputs: the same start, the same batches, an
 * optimizer of its own for each. What standardizes is learned from the training rows alone.
 */
export async function race(options: RaceOptions): Promise<{ normalized: Run; raw: Run }> {
  // TODO: learn a standardizer from the training rows, and transform both tables with it. Then fit twice.
  //       (roughly 10 lines)
  return todo('race');
}
