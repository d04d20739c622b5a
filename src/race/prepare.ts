import { Random, split, type Dataset, type LinearModel, type Standardizer } from '#kit/data';
import type { Trained } from './arm';
import type { RaceData } from './data-sets';
import type { RaceFunctions } from './functions';

/** How many validation rows are shown with what each arm predicts for them. */
const SHOWN = 10;

/** Rows to train on and rows to be judged by, in the units of the data or standardized. */
export interface Rows {
  readonly train: Dataset;
  readonly valid: Dataset;
}

/** What all arms of a race share. */
export interface Prepared {
  readonly raw: Rows;
  readonly normalized: Rows;
  /** Fitted on the training rows. */
  readonly standardizer: Standardizer;
  /** Where every arm begins. */
  readonly model: LinearModel;
  /** Of the validation targets. */
  readonly targetVariance: number;
  /** Targets of the rows that are shown: the first ones of the validation rows. */
  readonly shownTargets: Float32Array;
}

/** Splits the data, and standardizes both parts with what the training rows say. */
export async function prepare(
  data: RaceData,
  { fitStandardizer, transform }: Pick<RaceFunctions, 'fitStandardizer' | 'transform'>,
  seed: number,
): Promise<Prepared> {
  const raw = split<Dataset>({ x: data.x, targets: data.targets }, seed);
  const standardizer = await fitStandardizer(raw.train.x);
  const standardized = async (rows: Dataset) => ({ ...rows, x: await transform(rows.x, standardizer) });
  return {
    raw,
    normalized: { train: await standardized(raw.train), valid: await standardized(raw.valid) },
    standardizer,
    model: data.commonScale ? randomModel(data.x.columns, seed) : zeroModel(data.x.columns),
    targetVariance: varianceOf(raw.valid.targets),
    shownTargets: raw.valid.targets.slice(0, SHOWN),
  };
}

/** What is told about a model that a training ended with. */
export interface Shown {
  /** The same model in the units of the data; the very model where it was trained on them. */
  readonly rawModel: LinearModel;
  /** For the rows that are shown. */
  readonly predictions: Float32Array;
}

/** Looks at a trained model from outside. @param units those that it was trained in */
export async function show(
  { model }: Pick<Trained, 'model'>,
  units: 'normalized' | 'raw',
  prepared: Prepared,
  { toRawUnits, predict }: Pick<RaceFunctions, 'toRawUnits' | 'predict'>,
): Promise<Shown> {
  const shown = Uint32Array.from(prepared.shownTargets, (_, row) => row);
  return {
    rawModel: units === 'normalized' ? toRawUnits(model, prepared.standardizer) : model,
    predictions: await predict(prepared[units].valid.x.take(shown), model),
  };
}

/** Where inputs are of all sizes, a random weight is a wild guess for some of them: both arms begin at 0. */
function zeroModel(columns: number): LinearModel {
  return { weights: new Float32Array(columns), bias: 0 };
}

/** Uniform between ±1/√d, weights and bias, as the article's layer begins. */
function randomModel(columns: number, seed: number): LinearModel {
  const random = new Random(seed, 'first model');
  const limit = 1 / Math.sqrt(columns);
  const weights = Float32Array.from({ length: columns }, () => random.uniform(-limit, limit));
  return { weights, bias: Math.fround(random.uniform(-limit, limit)) };
}

function varianceOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / values.length;
}
