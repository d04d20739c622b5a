import { train, type Trained } from './arm';
import { bowlOf, type Bowl } from './bowl';
import type { RaceData } from './data-sets';
import type { ArticleFunctions, Moment } from './functions';
import { decades, suitableRate } from './learning-rate';
import { prepare, show, type Prepared, type Rows } from './prepare';
import { updateBy, type Recipe } from './recipe';
import type { PlainArm } from './run-race';
import { sweep, trainAtBest } from './sweep';

export type LiveArmName = PlainArm['name'];

/** What a race that is watched step by step was asked for. */
export interface LiveSettings {
  readonly seed: number;
  readonly batchSize: number;
  /** The data set's own number when left out. */
  readonly epochs?: number;
  /** As `runRace` chooses it when left out. */
  readonly recipe: Omit<Recipe, 'learningRate'> & { readonly learningRate?: number };
  /** In the order in which they train. The best rate is looked for with plain descent at constant rates. */
  readonly arms: readonly LiveArmName[];
}

/** What is known before the first step. */
export interface LiveStart {
  readonly prepared: Prepared;
  readonly bowls: { readonly normalized: Bowl; readonly raw: Bowl };
  readonly learningRate: number;
  readonly epochs: number;
  readonly stepsAnEpoch: number;
  readonly steps: number;
}

/** Who watches, and makes the race wait: each of these is awaited. */
export interface LiveWatcher {
  started(start: LiveStart): Promise<void>;
  /** An arm begins: also one that has only tried rates so far. */
  begun(arm: LiveArmName): Promise<void>;
  /** After each step of an arm. */
  stepped(arm: LiveArmName, moment: Moment): Promise<void>;
  /** After each step that only tries a rate. */
  tried(arm: LiveArmName, share: number): Promise<void>;
  ended(arm: PlainArm): Promise<void>;
}

/**
 * The race, step by step, for somebody who looks on. The arms come out as those of `runRace` and of
 * `runArticle` do for the same settings.
 * @throws whatever the functions or the watcher throw.
 */
export async function runLive(
  data: RaceData,
  functions: ArticleFunctions,
  { seed, batchSize, epochs = data.epochs, recipe, arms }: LiveSettings,
  watcher: LiveWatcher,
): Promise<{ readonly start: LiveStart; readonly arms: readonly PlainArm[] }> {
  const prepared = await prepare(data, functions, seed);
  const { raw, normalized, model } = prepared;
  const bowls = { normalized: bowlOf(normalized.train.x), raw: bowlOf(raw.train.x) };
  const stepsAnEpoch = Math.ceil(raw.train.x.rows / batchSize);
  const steps = epochs * stepsAnEpoch;
  const learningRate =
    recipe.learningRate ?? data.learningRate ?? suitableRate(steps, bowls.normalized.steepest);
  const start = { prepared, bowls, learningRate, epochs, stepsAnEpoch, steps };
  await watcher.started(start);

  const training = (rows: Rows) => ({ ...rows, model, epochs, batchSize, seed });
  const watching = (name: LiveArmName) => ({ onStep: (moment: Moment) => watcher.stepped(name, moment) });
  const trainArm = async (name: LiveArmName): Promise<Trained & { learningRate: number }> => {
    if (name !== 'raw at its best rate') {
      const update = updateBy({ ...recipe, learningRate }, functions, data.x.columns);
      return { ...(await train(training(prepared[name]), update, functions, watching(name))), learningRate };
    }
    let share = 0;
    const trials = await sweep(training(raw), decades(bowls.raw.steepest), functions, {
      onProgress: (done) => (share = done),
      onStep: () => watcher.tried(name, share),
    });
    await watcher.begun(name);
    return trainAtBest(training(raw), trials, functions, watching(name));
  };

  const finished: PlainArm[] = [];
  for (const name of arms) {
    await watcher.begun(name);
    const trained = await trainArm(name);
    const shown = await show(trained, name === 'normalized' ? 'normalized' : 'raw', prepared, functions);
    const arm = { ...trained, ...shown, name };
    finished.push(arm);
    await watcher.ended(arm);
  }
  return { start, arms: finished };
}
