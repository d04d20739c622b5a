import { plainUpdate, train, type ArmName, type Trained } from './arm';
import { bowlOf, type Bowl } from './bowl';
import type { RaceData } from './data-sets';
import type { RaceFunctions } from './functions';
import { decades, suitableRate } from './learning-rate';
import { prepare, show, type Prepared, type Rows, type Shown } from './prepare';
import { sweep, trainAtBest, type Trial } from './sweep';
import { verdictOn, type Verdict } from './verdict';

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

/** One training of a race. */
export interface Arm<Name extends ArmName = ArmName> extends Trained, Shown {
  readonly name: Name;
  readonly learningRate: number;
}

/** One training of the race with plain gradient descent. */
export interface PlainArm extends Arm<'normalized' | 'raw' | 'raw at its best rate'> {
  /** The rates that were tried to find this one. */
  readonly sweep?: readonly Trial[];
}

/** A race that was run, by whichever recipe. */
export interface Finished {
  readonly data: RaceData;
  readonly seed: number;
  readonly trainRows: number;
  readonly validRows: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly epochs: number;
  /** Of the validation targets. */
  readonly targetVariance: number;
  readonly arms: readonly Arm[];
  /** Targets of the rows that are shown: the first ones of the validation rows. */
  readonly shownTargets: Float32Array;
  /** The rows in either unit, and what all arms began with. */
  readonly prepared: Prepared;
  readonly verdict: Verdict;
}

export interface RaceResult extends Finished {
  /** Normalized, raw, and raw at its best rate where the columns lie on scales of their own. */
  readonly arms: readonly PlainArm[];
  readonly bowls: { readonly normalized: Bowl; readonly raw: Bowl };
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
  const prepared = await prepare(data, functions, seed);
  const { raw, normalized, model, targetVariance, shownTargets } = prepared;

  const bowls = { normalized: bowlOf(normalized.train.x), raw: bowlOf(raw.train.x) };
  const steps = epochs * Math.ceil(raw.train.x.rows / batchSize);
  const rate = settings.learningRate ?? data.learningRate ?? suitableRate(steps, bowls.normalized.steepest);
  const training = (rows: Rows) => ({ ...rows, model, epochs, batchSize, seed });

  const finish = async (name: PlainArm['name'], learningRate: number, trained: Trained) => {
    const shown = await show(trained, name === 'normalized' ? 'normalized' : 'raw', prepared, functions);
    return { ...trained, ...shown, name, learningRate };
  };
  const run = async (name: 'normalized' | 'raw') => {
    const watching = { onProgress: (share: number) => onProgress?.(name, share) };
    const update = plainUpdate(rate, functions);
    return finish(name, rate, await train(training(prepared[name]), update, functions, watching));
  };

  const arms: PlainArm[] = [await run('normalized'), await run('raw')];
  if (!data.commonScale) {
    const name = 'raw at its best rate';
    // Trials and the training itself take about as long: half of the way each.
    const first = (share: number) => onProgress?.(name, share / 2);
    const second = (share: number) => onProgress?.(name, 0.5 + share / 2);
    const trials = await sweep(training(raw), decades(bowls.raw.steepest), functions, { onProgress: first });
    const best = await trainAtBest(training(raw), trials, functions, { onProgress: second });
    arms.push({ ...(await finish(name, best.learningRate, best)), sweep: trials });
  }
  const shape = { steps, epochs, batchSize, targetVariance, arms, bowls };
  return {
    ...shape,
    data,
    seed,
    trainRows: raw.train.x.rows,
    validRows: raw.valid.x.rows,
    shownTargets,
    prepared,
    verdict: verdictOn(shape),
  };
}
