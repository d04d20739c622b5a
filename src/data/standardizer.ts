/** What standardizing learns from the training rows, and applies anywhere: z = (x − mean) / std. */
export interface Standardizer {
  /** d values, one for each column, in that column's unit. */
  readonly means: Float32Array;
  /** d population standard deviations, in the column's unit; 0 for a constant column. */
  readonly standardDeviations: Float32Array;
}
