import type { LinearModel, Snapshot, Standardizer } from '#kit/data';
import { todo } from '#kit/todo';

/** Remembers what a model was like while it learned. */
export interface Tracker {
  /**
   * Keeps a copy of the model as it is now.
   *
   * @param step which step of the training this is; steps come in rising order, not always one by one
   * @param model d weights and a bias; it stays as it is
   * @throws RangeError when the model has no weights
   */
  record(step: number, model: LinearModel): void;
  /** What was recorded so far, in that order: a list of the caller's own, with snapshots of its own. */
  history(): Snapshot[];
}

/**
 * A new tracker, which has recorded nothing yet. What it has recorded never changes afterwards, whatever
 * happens to the model, or to a list that `history` gave earlier.
 *
 * @returns a plain object of two functions
 */
export function createTracker(): Tracker {
  // TODO: keep a list of snapshots, and return an object with `record` and `history`. (roughly 10 lines)
  // TODO: let no array be shared: copy the weights when they come in, and again when they go out. Refuse
  //       a model without weights. (part of those lines)
  return todo('createTracker');
}

/**
 * A model for standardized rows, turned into the model for the rows as they were: w_raw = w_norm / std,
 * b_raw = b_norm − Σ mean · w_raw. Both predict the same. A standard deviation of 0 divides by 1.
 *
 * @param model d weights and a bias, in standard units; it stays as it is
 * @param standardizer d means and d standard deviations, those that standardized the rows
 * @returns a new model of d weights
 * @throws RangeError when there are no weights, or when weights, means and deviations differ in number
 */
export function toRawUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  // TODO: refuse sizes that do not fit, and name them. (roughly 5 lines)
  // TODO: divide each weight by its deviation, and take from the bias what the means weigh with these
  //       weights. (roughly 6 lines)
  return todo('toRawUnits');
}

/**
 * The way back: w_norm = std · w_raw, b_norm = b_raw + Σ mean · w_raw. A standard deviation of 0
 * multiplies by 1.
 *
 * @param model d weights and a bias, in the units of the rows; it stays as it is
 * @param standardizer d means and d standard deviations, those that standardize the rows
 * @returns a new model of d weights
 * @throws RangeError when there are no weights, or when weights, means and deviations differ in number
 */
export function toStandardUnits(model: LinearModel, standardizer: Standardizer): LinearModel {
  // TODO: undo what `toRawUnits` does, with the same refusals. (roughly 11 lines)
  return todo('toStandardUnits');
}
