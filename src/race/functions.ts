import type { Dataset, Gradient, LinearModel, Matrix, Run, Standardizer, Update } from '#kit/data';

/** What `fit` is called with. */
export interface FitCall {
  readonly train: Dataset;
  readonly valid: Dataset;
  readonly model: LinearModel;
  readonly epochs: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly update: Update;
}

/** What `race` is called with. */
export interface RaceCall extends Omit<FitCall, 'update'> {
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

/** Their names, in the order of the lessons. */
export const raceFunctionNames: readonly (keyof RaceFunctions)[] = [
  'fitStandardizer',
  'transform',
  'predict',
  'meanSquaredError',
  'residuals',
  'gradient',
  'descend',
  'toRawUnits',
  'batches',
  'fit',
  'race',
];
