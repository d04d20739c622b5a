import { finalLoss, missingHalf, type ArticleArm, type ArticleRace } from '#kit/race';

/** One number of a race by the article's recipe, at full size, and where it must lie, for any seed. */
export interface Check {
  readonly words: string;
  readonly of: (race: ArticleRace) => number;
  readonly least: number;
  readonly most: number;
}

/** Least and most of raw's validation loss after each epoch, over 300 seeds of a reproduction in float32. */
const rawLosses: readonly (readonly [least: number, most: number])[] = [
  [101, 260],
  [266, 636],
  [300, 693],
  [277, 640],
  [231, 487],
  [179, 432],
  [121, 269],
  [75, 161],
  [37.7, 78.7],
  [21.1, 34],
];
const MARGIN = 1.5;

const arm = (race: ArticleRace, name: ArticleArm['name']): ArticleArm => {
  const found = race.arms.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no arm named ${name}.`);
  return found;
};
const stopOf = (race: ArticleRace, name: ArticleArm['name']) =>
  arm(race, name).finder?.learningRates.at(-1) ?? NaN;

export const articleChecks: readonly Check[] = [
  ...rawLosses.map(([least, most], epoch) => ({
    words: `raw after epoch ${epoch}`,
    of: (race: ArticleRace) => arm(race, 'raw').epochs[epoch]?.validLoss ?? NaN,
    least: least / MARGIN,
    most: most * MARGIN,
  })),
  {
    words: 'normalized at the end',
    of: (race) => finalLoss(arm(race, 'normalized')),
    least: 0,
    most: 1e-3,
  },
  { words: 'raw at the end', of: (race) => finalLoss(arm(race, 'raw')), least: 10, most: 60 },
  { words: 'raw bias', of: (race) => arm(race, 'raw').model.bias, least: 15, most: 35 },
  {
    words: 'raw bias minus Σ(scale − weight) / 2',
    of: (race) => {
      const { model } = arm(race, 'raw');
      return model.bias - missingHalf(race.data.truth!, model);
    },
    least: -0.5,
    most: 0.5,
  },
  {
    words: 'normalized weights, the worst one’s distance from scale · std, as a share',
    of: (race) => {
      const { weights } = arm(race, 'normalized').model;
      const goals = race.standardTruth!.weights;
      return Math.max(...weights.map((weight, j) => Math.abs(weight / goals[j]! - 1)));
    },
    least: 0,
    most: 0.01,
  },
  {
    // The mean of the training targets is what the true model predicts at the mean of the inputs.
    words: 'normalized bias minus the mean target',
    of: (race) => arm(race, 'normalized').model.bias - race.standardTruth!.bias,
    least: -0.05,
    most: 0.05,
  },
  {
    words: 'normalized without decay at the end',
    of: (race) => finalLoss(arm(race, 'normalized without decay')),
    least: 0,
    most: 1e-6,
  },
  {
    words: 'raw without decay at the end',
    of: (race) => finalLoss(arm(race, 'raw without decay')),
    least: 0,
    most: 1e-6,
  },
  {
    words: 'the rate at which the finder stops, normalized',
    of: (race) => stopOf(race, 'normalized'),
    least: 575 / MARGIN,
    most: 575 * MARGIN,
  },
  {
    words: 'the rate at which the finder stops, raw',
    of: (race) => stopOf(race, 'raw'),
    least: 871 / MARGIN,
    most: 871 * MARGIN,
  },
];

/** Written so that NaN fails. */
export function holds({ of, least, most }: Check, race: ArticleRace): boolean {
  const value = of(race);
  return value >= least && value <= most;
}
