import type { LinearModel } from './model';

/** A copy of a model as it was at one step. */
export interface Snapshot {
  /** Counts from 0 over the whole fit. */
  readonly step: number;
  /** d values, nobody else's array. */
  readonly weights: Float32Array;
  readonly bias: number;
}

/** One line of the table that training prints. Losses are mean squared errors, in target units squared. */
export interface EpochLoss {
  /** Counts from 0. */
  readonly epoch: number;
  /** Mean of the epoch's batch losses, each measured before its update. */
  readonly trainLoss: number;
  /** Exact mean over the validation rows, at the end of the epoch. */
  readonly validLoss: number;
}

/** A finished training run. */
export interface Run {
  readonly model: LinearModel;
  /** One entry for each epoch, in order. */
  readonly epochs: readonly EpochLoss[];
}
