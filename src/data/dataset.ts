import type { Matrix } from './matrix';
import type { LinearModel } from './model';

/** Rows to learn from. */
export interface Dataset {
  /** n×d: a row for each example, a column for each feature. */
  readonly x: Matrix;
  /** n values: the answer that belongs to each row. */
  readonly targets: Float32Array;
}

/** A data set that can say what it is. */
export interface NamedDataset extends Dataset {
  readonly name: string;
  /** d names, units in brackets where there is one: `weight (lb)`. */
  readonly columns: readonly string[];
  /** What `targets` holds, with its unit. */
  readonly target: string;
  /** Where the numbers come from, in one sentence. */
  readonly source: string;
}

/** A data set made from a model, so that a trained model has something to be compared with. */
export interface MadeDataset extends NamedDataset {
  /** The model that made the targets, in the units of `x`. */
  readonly truth: LinearModel;
}
