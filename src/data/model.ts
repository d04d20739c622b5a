/** A straight line through d features: prediction = Σ weights[j] · x[j] + bias. */
export interface LinearModel {
  /** d values, one for each feature, in target units per feature unit. */
  readonly weights: Float32Array;
  /** The prediction where every feature is 0, in target units. */
  readonly bias: number;
}

/** How the loss changes when one parameter grows by 1: the same shape as the model. */
export interface Gradient {
  /** d values, one for each weight. */
  readonly weights: Float32Array;
  readonly bias: number;
}
