import type { Gradient, LinearModel } from './model';

/** What Adam remembers from one step to the next. */
export interface AdamState {
  /** Updates made so far. */
  readonly step: number;
  /** Moving average of the gradients: one value for each parameter. */
  readonly averages: Gradient;
  /** Moving average of the squared gradients: one value for each parameter. */
  readonly squares: Gradient;
}

/**
 * One optimizer step: the model before to the model after.
 * `position` is step / steps, from 0 to just below 1, for rates that follow a schedule.
 */
export type Update = (model: LinearModel, gradient: Gradient, position: number) => Promise<LinearModel>;
