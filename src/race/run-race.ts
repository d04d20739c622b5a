import { Random, split, type Dataset, type LinearModel } from '#kit/data';
import { train, type ArmName, type Trained, type Training } from './arm';
import { bowlOf, type Bowl } from './bowl';
import type { RaceData } from './data-sets';
import type { RaceFunctions } from './functions';
import { decades, suitableRate } from './learning-rate';
import { sweep, trainAtBest, type Trial } from './sweep';
import { verdictOn, type Verdict } from './verdict';

/** How many validation rows are shown with what each arm predicts for them. */
const SHOWN = 10;

export interface RaceSettings {
  readonly seed: number;
  readonly batchSize: number;
  /** The data set's own number when left out. */
  readonly epochs?: number;
  /** For normalized and raw alike; when left out the data set's own, else one that suits the standardized rows. */
  readonly learningRate?: number;
  /** Called now and then with the arm that trains, and how far it is: from 0 to 1. */
  readonly onProgress?: (arm: ArmName, share: number) => void;
}

/** One training of the race. */
export interface Arm extends Trained {
  readonly name: ArmName;
  readonly learningRate: number;
  /** The same model in the units of the data; the very model where it was trained on them. */
  readonly rawModel: LinearModel;
  /** For the rows that are shown. */
  readonly predictions: Float32Array;
  /** The rates that were tried to find this one. */
  readonly sweep?: readonly Trial[];
}

export interface RaceResult {
  readonly data: RaceData;
  readonly seed: number;
  readonly trainRows: number;
  readonly validRows: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly epochs: number;
  /** Of the validation targets. */
  readonly targetVariance: number;
  /** Normalized, raw, and raw at its best rate where the columns lie on scales of their own. */
  readonly arms: readonly Arm[];
  readonly bowls: { readonly normalized: Bowl; readonly raw: Bowl };
  /** Targets of the rows that are shown: the first ones of the validation rows. */
  readonly shownTargets: Float32Array;
  readonly verdict: Verdict;
}

/**
 * Trains one linear model on standardized and on raw columns: the same start, the same batches, the same
 * rate. Where the columns lie on scales of their own, raw trains once more, at the best rate of a sweep.
 * @throws whatever the functions throw.
 */
export async function runRace(
  data: RaceData,
  functions: RaceFunctions,
  settings: RaceSettings,
): Promise<RaceResult> {
  const { seed, batchSize, epochs = data.epochs, onProgress } = settings;
  const { train: raw, valid: rawValid } = split<Dataset>({ x: data.x, targets: data.targets }, seed);
  const standardizer = await functions.fitStandardizer(raw.x);
  const normalized: Dataset = { ...raw, x: await functions.transform(raw.x, standardizer) };
  const normalizedValid: Dataset = { ...rawValid, x: await functions.transform(rawValid.x, standardizer) };

  const bowls = { normalized: bowlOf(normalized.x), raw: bowlOf(raw.x) };
  const steps = epochs * Math.ceil(raw.x.rows / batchSize);
  const learningRate =
    settings.learningRate ?? data.learningRate ?? suitableRate(steps, bowls.normalized.steepest);
  const common = {
    model: data.commonScale ? randomModel(data.x.columns, seed) : zeroModel(data.x.columns),
    epochs,
    batchSize,
    seed,
    learningRate,
  };
  const onRaw: Training = { ...common, train: raw, valid: rawValid };
  const onNormalized: Training = { ...common, train: normalized, valid: normalizedValid };
  const watch = (arm: ArmName) => (share: number) => onProgress?.(arm, share);

  const shown = Uint32Array.from({ length: Math.min(SHOWN, rawValid.x.rows) }, (_, row) => row);
  const finish = async (name: ArmName, rate: number, trained: Trained): Promise<Arm> => {
    const rows = (name === 'normalized' ? normalizedValid : rawValid).x.take(shown);
    const { model } = trained;
    return {
      ...trained,
      name,
      learningRate: rate,
      rawModel: name === 'normalized' ? functions.toRawUnits(model, standardizer) : model,
      predictions: await functions.predict(rows, model),
    };
  };
  const run = async (name: ArmName, training: Training) =>
    finish(name, learningRate, await train(training, functions, { onProgress: watch(name) }));

  const arms = [await run('normalized', onNormalized), await run('raw', onRaw)];
  if (!data.commonScale) {
    const name = 'raw at its best rate';
    // Trials and the training itself take about as long: half of the way each.
    const first = (share: number) => onProgress?.(name, share / 2);
    const second = (share: number) => onProgress?.(name, 0.5 + share / 2);
    const trials = await sweep(onRaw, decades(bowls.raw.steepest), functions, first);
    const best = await trainAtBest(onRaw, trials, functions, second);
    arms.push({ ...(await finish(name, best.learningRate, best)), sweep: trials });
  }
  const shape = {
    steps,
    epochs,
    batchSize,
    targetVariance: varianceOf(rawValid.targets),
    arms,
    bowls,
  };
  return {
    ...shape,
    data,
    seed,
    trainRows: raw.x.rows,
    validRows: rawValid.x.rows,
    shownTargets: rawValid.targets.slice(0, shown.length),
    verdict: verdictOn(shape),
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
