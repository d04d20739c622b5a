import type { Arm, RaceResult } from './run-race';

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
}

/** What the report needs to know beside the race itself. */
export interface Circumstances {
  readonly recipe: string;
  readonly backend: string;
  readonly shelf: string;
}

/** The race as plain data, for another program. */
export function reportOn(race: RaceResult, { recipe, backend, shelf }: Circumstances): RaceReport {
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
    verdict: { ...race.verdict, ratio: finite(race.verdict.ratio) },
  };
}

function armReport({ name, learningRate, diverged, epochs, model, rawModel, sweep }: Arm): ArmReport {
  return {
    name,
    learningRate,
    weightDecay: 0,
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
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
