import type {
  AdamState,
  Dataset,
  Gradient,
  LinearModel,
  Matrix,
  Run,
  Snapshot,
  Standardizer,
  Update,
} from '#kit/data';

/** What `fit` is called with. */
export interface FitCall {
  readonly train: Dataset;
  readonly valid: Dataset;
  readonly model: LinearModel;
  readonly epochs: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly update: Update;
  /** Called after each step, with the loss before it and the model after it, and awaited. */
  readonly onStep?: (moment: Moment) => Promise<void>;
}

/** A step of a training. */
export interface Moment {
  /** Counts from 0 over the whole fit. */
  readonly step: number;
  readonly model: LinearModel;
  readonly loss: number;
}

/** What `race` is called with. */
export interface RaceCall extends Omit<FitCall, 'update' | 'onStep'> {
  readonly startUpdate: () => Promise<Update>;
}

/** The functions of the lessons that a race runs on, from whichever shelf. */
export interface RaceFunctions {
  fitStandardizer(x: Matrix): Promise<Standardizer>;
  transform(x: Matrix, standardizer: Standardizer): Promise<Matrix>;
  predict(x: Matrix, model: LinearModel): Promise<Float32Array>;
  meanSquaredError(predictions: Float32Array, targets: Float32Array): Promise<number>;
  residuals(x: Matrix, targets: Float32Array, model: LinearModel): Promise<Float32Array>;
  gradient(x: Matrix, residuals: Float32Array): Promise<Gradient>;
  descend(model: LinearModel, gradient: Gradient, learningRate: number): Promise<LinearModel>;
  toRawUnits(model: LinearModel, standardizer: Standardizer): LinearModel;
  batches(rows: number, batchSize: number, seed: number): Uint32Array[];
  fit(options: FitCall): Promise<Run>;
  race(options: RaceCall): Promise<{ normalized: Run; raw: Run }>;
}

/** What `adamStep` is told beside model, gradient and state. */
export interface AdamCall {
  readonly learningRate: number;
  readonly momentum?: number;
  readonly weightDecay?: number;
}

/** What a learning-rate finder has seen: an entry for each rate that it tried, the one that ended it included. */
export interface Found {
  readonly learningRates: Float64Array;
  readonly losses: Float64Array;
  readonly smoothed: Float64Array;
  readonly suggestion: number;
}

/** What the article's own recipe needs beside that. */
export interface ArticleFunctions extends RaceFunctions {
  startAdam(features: number): AdamState;
  adamStep(
    model: LinearModel,
    gradient: Gradient,
    state: AdamState,
    options: AdamCall,
  ): Promise<{ model: LinearModel; state: AdamState }>;
  smooth(losses: Float64Array, beta?: number): Float64Array;
  findLearningRate(
    trainBatch: (learningRate: number) => Promise<number>,
    options?: { readonly start?: number; readonly end?: number; readonly steps?: number },
  ): Promise<Found>;
  oneCycle(
    position: number,
    options: { readonly peak: number },
  ): { readonly learningRate: number; readonly momentum: number };
  createTracker(): { record(step: number, model: LinearModel): void; history(): Snapshot[] };
  toStandardUnits(model: LinearModel, standardizer: Standardizer): LinearModel;
}
