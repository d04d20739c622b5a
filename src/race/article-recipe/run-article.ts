import type { EpochLoss, LinearModel, Snapshot } from '#kit/data';
import { train, type Trained, type Training } from '../arm';
import type { RaceData } from '../data-sets';
import type { ArticleFunctions, Found } from '../functions';
import { prepare, show } from '../prepare';
import type { Arm, Finished } from '../run-race';
import { findRate } from './finder';
import { articleLosses, articleUpdate, theArticles } from './recipe';
import { thinned, watch } from './tracked';
import { articleVerdict } from './verdict';
import { sweepDecays, type DecayTrial } from './wd-sweep';

export interface ArticleSettings {
  readonly seed: number;
  readonly batchSize: number;
  /** The article's 10 when left out. */
  readonly epochs?: number;
  /** The highest learning rate of the cycle; the article's 10 when left out. */
  readonly peak?: number;
  /** The article's 0.01 when left out. */
  readonly weightDecay?: number;
  /** Whether both arms are trained with a range of decays as well. */
  readonly sweepDecays?: boolean;
  /** Called now and then with what is being done, and how far it is: from 0 to 1. */
  readonly onProgress?: (what: string, share: number) => void;
}

type Units = 'normalized' | 'raw';

/** One training of the article's recipe. `trainLoss` is the smoothed batch loss, as the article's. */
export interface ArticleArm extends Arm<Units | `${Units} without decay`> {
  /** The peak of the cycle. */
  readonly learningRate: number;
  readonly weightDecay: number;
  /** The same model per standard deviation; the very model where it was trained so. */
  readonly standardModel: LinearModel;
  /** Of the arms with decay: what the finder saw, and nobody used. */
  readonly finder?: Found;
  /** At most 1,000 steps, the first and the last included. */
  readonly schedule: readonly {
    readonly step: number;
    readonly learningRate: number;
    readonly momentum: number;
  }[];
  /** The model after a step: at most 1,000 of them, the first and the last included. */
  readonly tracked: readonly Snapshot[];
  /** The same in the units of the data, and per standard deviation. */
  readonly rawTracked: readonly Snapshot[];
  readonly standardTracked: readonly Snapshot[];
}

export interface ArticleRace extends Finished {
  /** Normalized and raw; then both without decay, unless they have none anyway. */
  readonly arms: readonly ArticleArm[];
  readonly peak: number;
  readonly weightDecay: number;
  /** What the article printed, where this is its run. */
  readonly article?: { readonly normalized: readonly EpochLoss[]; readonly raw: readonly EpochLoss[] };
  /** The model that made the targets, per standard deviation, where somebody knows it. */
  readonly standardTruth?: LinearModel;
  readonly decays?: readonly DecayTrial[];
}

/**
 * The article's run as it was: for normalized and raw a finder, whose answer goes unused, then Adam with one
 * cycle and weight decay, with the weights tracked at every step. Then the same without decay, which the
 * article did not do.
 * @throws whatever the functions throw.
 */
export async function runArticle(
  data: RaceData,
  functions: ArticleFunctions,
  settings: ArticleSettings,
): Promise<ArticleRace> {
  const { seed, batchSize, onProgress } = settings;
  const { epochs = theArticles.epochs, peak = theArticles.peak } = settings;
  const { weightDecay = theArticles.weightDecay } = settings;
  const prepared = await prepare(data, functions, seed);
  const { raw, model, standardizer, targetVariance, shownTargets } = prepared;
  const features = model.weights.length;
  const stepsAnEpoch = Math.ceil(raw.train.x.rows / batchSize);
  const steps = epochs * stepsAnEpoch;
  const schedule = thinned(Array.from({ length: steps }, (_, step) => step)).map((step) => {
    const { learningRate, momentum } = functions.oneCycle(step / steps, { peak });
    return { step, learningRate, momentum };
  });
  const trainingOf = (units: Units): Training => ({ ...prepared[units], model, epochs, batchSize, seed });
  const progress = (what: string) => ({ onProgress: (share: number) => onProgress?.(what, share) });
  const updateWith = (decay: number) => articleUpdate(functions, features, { peak, weightDecay: decay });

  const run = async (units: Units, name: ArticleArm['name'], decay: number): Promise<ArticleArm> => {
    const watched = watch(steps, functions);
    const watching = { ...progress(name), onStep: watched.onStep };
    const trained = await train(trainingOf(units), updateWith(decay), functions, watching);
    const smoothed = functions.smooth(watched.losses);
    const tracked = watched.tracked();
    const converted = (convert: typeof functions.toRawUnits) =>
      tracked.map((snapshot) => ({ step: snapshot.step, ...convert(snapshot, standardizer) }));
    const smoothedAt = (epoch: number) => smoothed[(epoch + 1) * stepsAnEpoch - 1] ?? NaN;
    return {
      ...trained,
      ...(await show(trained, units, prepared, functions)),
      name,
      epochs: trained.epochs.map((line) => ({ ...line, trainLoss: smoothedAt(line.epoch) })),
      learningRate: peak,
      weightDecay: decay,
      standardModel: units === 'raw' ? functions.toStandardUnits(trained.model, standardizer) : trained.model,
      schedule,
      tracked,
      rawTracked: units === 'raw' ? tracked : converted(functions.toRawUnits),
      standardTracked: units === 'raw' ? converted(functions.toStandardUnits) : tracked,
    };
  };

  const arms: ArticleArm[] = [];
  for (const units of ['normalized', 'raw'] as const) {
    const finder = await findRate(trainingOf(units), functions, weightDecay);
    arms.push({ ...(await run(units, units, weightDecay)), finder });
  }
  if (weightDecay > 0) {
    for (const units of ['normalized', 'raw'] as const)
      arms.push(await run(units, `${units} without decay`, 0));
  }

  const known = (units: Units, decay: number): Trained | undefined =>
    arms.find((arm) => arm.name.startsWith(units) && arm.weightDecay === decay);
  const decays = settings.sweepDecays
    ? await sweepDecays(
        async (units, decay) =>
          known(units, decay) ??
          train(trainingOf(units), updateWith(decay), functions, progress(`${units}, weight decay ${decay}`)),
      )
    : undefined;

  const rows = data.x.rows;
  const article = articleLosses({ data: data.name, rows, epochs, batchSize, peak, weightDecay });
  const shape = { data, arms, peak, weightDecay, steps, targetVariance };
  return {
    ...shape,
    seed,
    trainRows: raw.train.x.rows,
    validRows: prepared.raw.valid.x.rows,
    batchSize,
    epochs,
    shownTargets,
    prepared,
    ...(article === undefined ? {} : { article }),
    ...(data.truth === undefined
      ? {}
      : { standardTruth: functions.toStandardUnits(data.truth, standardizer) }),
    ...(decays === undefined ? {} : { decays }),
    verdict: articleVerdict(shape),
  };
}
