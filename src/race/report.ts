import type { ArticleArm, ArticleRace } from './article-recipe/run-article';
import type { DecayTrial } from './article-recipe/wd-sweep';
import type { Arm, Finished, PlainArm } from './run-race';

/** What `npm run race -- --json` prints. Numbers that are not finite are null. */
export interface RaceReport {
  readonly version: 1;
  readonly data: string;
  /** Training and validation rows. */
  readonly rows: number;
  readonly features: number;
  /** Of the validation targets. */
  readonly targetVariance: number;
  readonly recipe: string;
  readonly backend: string;
  readonly seed: number;
  readonly shelf: string;
  readonly arms: readonly ArmReport[];
  /** How both arms end with one decay or another, where that was asked for. */
  readonly weightDecaySweep?: readonly DecayReport[];
  readonly verdict: { readonly ratio: number | null; readonly passed: boolean; readonly words: string };
}

export interface ArmReport {
  readonly name: string;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly diverged: boolean;
  readonly epochs: readonly {
    readonly epoch: number;
    readonly trainLoss: number | null;
    readonly validLoss: number | null;
    readonly seconds: number;
  }[];
  /** In the units that the arm was trained in. */
  readonly weights: readonly (number | null)[];
  readonly bias: number | null;
  /** In the units of the data. */
  readonly rawWeights: readonly (number | null)[];
  readonly rawBias: number | null;
  readonly sweep?: readonly { readonly learningRate: number; readonly validLoss: number | null }[];
  /** The article's recipe only, and of these three the finder only where there is a decay or nothing else. */
  readonly finder?: FinderReport;
  /** At most 1,000 steps each, the first and the last included. */
  readonly schedule?: readonly {
    readonly step: number;
    readonly learningRate: number;
    readonly momentum: number;
  }[];
  readonly tracked?: readonly {
    readonly step: number;
    readonly weights: readonly (number | null)[];
    readonly bias: number | null;
  }[];
}

export interface FinderReport {
  readonly learningRates: readonly (number | null)[];
  readonly losses: readonly (number | null)[];
  readonly smoothed: readonly (number | null)[];
  readonly suggestion: number | null;
}

export interface DecayReport {
  readonly weightDecay: number;
  /** 1 / weightDecay; null without decay. */
  readonly cap: number | null;
  /** Last validation losses. */
  readonly normalized: number | null;
  readonly raw: number | null;
  readonly largestRawWeight: number | null;
  readonly rawBias: number | null;
}

/** What the report needs to know beside the race itself. */
export interface Circumstances {
  readonly recipe: string;
  readonly backend: string;
  readonly shelf: string;
}

/** A race by either recipe, and what only one of them has. */
interface Reported extends Finished, Partial<Pick<ArticleRace, 'decays'>> {
  readonly arms: readonly ReportedArm[];
}
type ReportedArm = Arm &
  Pick<PlainArm, 'sweep'> &
  Partial<Pick<ArticleArm, 'weightDecay' | 'finder' | 'schedule' | 'tracked'>>;

/** The race as plain data, for another program. */
export function reportOn(race: Reported, { recipe, backend, shelf }: Circumstances): RaceReport {
  return {
    version: 1,
    data: race.data.name,
    rows: race.trainRows + race.validRows,
    features: race.data.x.columns,
    targetVariance: race.targetVariance,
    recipe,
    backend,
    seed: race.seed,
    shelf,
    arms: race.arms.map(armReport),
    ...(race.decays === undefined ? {} : { weightDecaySweep: race.decays.map(decayReport) }),
    verdict: { ...race.verdict, ratio: finite(race.verdict.ratio) },
  };
}

function armReport(arm: ReportedArm): ArmReport {
  const { name, learningRate, weightDecay = 0, diverged, epochs, model, rawModel } = arm;
  const { sweep, finder, schedule, tracked } = arm;
  return {
    name,
    learningRate,
    weightDecay,
    diverged,
    epochs: epochs.map(({ epoch, trainLoss, validLoss, seconds }) => ({
      epoch,
      trainLoss: finite(trainLoss),
      validLoss: finite(validLoss),
      seconds,
    })),
    weights: Array.from(model.weights, finite),
    bias: finite(model.bias),
    rawWeights: Array.from(rawModel.weights, finite),
    rawBias: finite(rawModel.bias),
    ...(sweep === undefined
      ? {}
      : {
          sweep: sweep.map((trial) => ({
            learningRate: trial.learningRate,
            validLoss: finite(trial.validLoss),
          })),
        }),
    ...(finder === undefined
      ? {}
      : {
          finder: {
            learningRates: Array.from(finder.learningRates, finite),
            losses: Array.from(finder.losses, finite),
            smoothed: Array.from(finder.smoothed, finite),
            suggestion: finite(finder.suggestion),
          },
        }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(tracked === undefined
      ? {}
      : {
          tracked: tracked.map(({ step, weights, bias }) => ({
            step,
            weights: Array.from(weights, finite),
            bias: finite(bias),
          })),
        }),
  };
}

function decayReport(trial: DecayTrial): DecayReport {
  return {
    weightDecay: trial.weightDecay,
    cap: finite(trial.cap),
    normalized: finite(trial.normalized),
    raw: finite(trial.raw),
    largestRawWeight: finite(trial.largestRawWeight),
    rawBias: finite(trial.rawBias),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
