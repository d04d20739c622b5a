import { articleFigures, type EpochLoss } from '#kit/data';
import type { TableColumn } from '#kit/pages';
import {
  theArticles,
  type ArticleArm,
  type ArticleRace,
  type DecayTrial,
  type Circumstances,
} from '#kit/race';
import { inColumn, inDigits } from '#kit/words';
import {
  contentOf,
  count,
  epochsPart,
  extent,
  inTime,
  lossesPart,
  modelColumn,
  predictionsPart,
  type EpochColumn,
  type Part,
  type RaceContent,
} from './race-content';

/**
 * The article's run: what the finder said, both arms beside what the article printed, the arms without
 * decay, predictions, weights in both units, and decays.
 */
export function articleContent(
  race: ArticleRace,
  where: Circumstances,
  notes: readonly string[],
): RaceContent {
  const { arms, article } = race;
  const [normalized, raw, freeNormalized, freeRaw] = arms;
  return contentOf(
    race,
    where,
    [...aboutRecipe(race), ...notes],
    [
      finderPart(race),
      normalized && armPart(normalized, article?.normalized),
      raw && armPart(raw, article?.raw),
      article && { kind: 'remark', words: roundingNote },
      freeNormalized && freeRaw && controlPart(freeNormalized, freeRaw),
      lossesPart(race),
      predictionsPart(
        race,
        arms.map((arm) => [headings[arm.name], arm]),
      ),
      rawWeights(race),
      standardWeights(race),
      decayPart(race),
    ],
  );
}

const roundingNote =
  'The article’s normalized losses end where the rounding of its graphics card does (TF32, 10 bits); ' +
  'float32 has 23 and goes on.';

function aboutRecipe(race: ArticleRace): string[] {
  const { arms, peak, weightDecay, article } = race;
  const schedule = arms[0]?.schedule ?? [];
  const [first, last] = [schedule[0], schedule.at(-1)].map((moment) =>
    inDigits(moment?.learningRate ?? NaN, 2),
  );
  return [
    `Adam with one cycle, as in the article: the rate climbs from ${first} to ${inDigits(peak)} and falls to ${last}, ` +
      `${weightDecay === 0 ? 'no weight decay' : `weight decay ${inDigits(weightDecay)}`}, ${extent(race)}.`,
    'train_loss is the batch loss, smoothed (0.98).' +
      (article === undefined
        ? ` What the article printed belongs to its own data, ${count(theArticles.rows)} rows of it, and its own ` +
          'options, so it does not stand here.'
        : ' Beside each loss stands what the article printed.'),
  ];
}

function finderPart({ arms, peak }: ArticleRace): Part {
  const unused =
    peak === theArticles.peak ? `unused: the article took ${peak}` : `unused: --lr says ${inDigits(peak)}`;
  return {
    kind: 'list',
    title: 'Learning-rate finder',
    items: arms.flatMap(({ name, finder }) => {
      if (finder === undefined) return [];
      const stop = inDigits(finder.learningRates.at(-1) ?? NaN, 3);
      const words = `stopped at ${stop}, suggests ${inDigits(finder.suggestion, 3)}; ${unused}`;
      return [[name, words] as const];
    }),
  };
}

function armPart(arm: ArticleArm, printed: readonly EpochLoss[] | undefined): Part {
  const beside = (loss: 'trainLoss' | 'validLoss', column: EpochColumn): TableColumn[] =>
    printed === undefined ? [] : [column('article', ({ epoch }) => inColumn(printed[epoch]?.[loss] ?? NaN))];
  const aside = `, peak ${inDigits(arm.learningRate)}, decay ${inDigits(arm.weightDecay)}`;
  return epochsPart(arm, aside, (column) => [
    column('train_loss', ({ trainLoss }) => inColumn(trainLoss)),
    ...beside('trainLoss', column),
    column('valid_loss', ({ validLoss }) => inColumn(validLoss)),
    ...beside('validLoss', column),
    column('time', ({ seconds }) => inTime(seconds)),
  ]);
}

/** Both control arms in one table: only how they end is asked of them. */
function controlPart(normalized: ArticleArm, raw: ArticleArm): Part {
  const column = (title: string, cell: (epoch: number) => string): TableColumn => ({
    title,
    cells: normalized.epochs.map(({ epoch }) => cell(epoch)),
  });
  const loss = (arm: ArticleArm, epoch: number) => inColumn(arm.epochs[epoch]?.validLoss ?? NaN);
  const seconds = (epoch: number) =>
    (normalized.epochs[epoch]?.seconds ?? 0) + (raw.epochs[epoch]?.seconds ?? 0);
  return {
    kind: 'table',
    title: 'The control arms: the same without decay, valid_loss',
    columns: [
      column('epoch', (epoch) => String(epoch).padStart(5)),
      column('normalized', (epoch) => loss(normalized, epoch)),
      column('raw', (epoch) => loss(raw, epoch)),
      column('time', (epoch) => inTime(seconds(epoch))),
    ],
  };
}

/** Short enough for five columns side by side. */
const headings = {
  normalized: 'normalized',
  raw: 'raw',
  'normalized without decay': 'norm., no decay',
  'raw without decay': 'raw, no decay',
} as const;

function rawWeights({ data, arms, article }: ArticleRace): Part {
  const [normalized, raw, , freeRaw] = arms;
  return {
    kind: 'table',
    title: 'Weights in the units of the data',
    columns: [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(data.truth === undefined ? [] : [modelColumn('true', data.truth)]),
      ...column('normalized', normalized, 'rawModel'),
      ...column('raw', raw, 'rawModel'),
      ...(article === undefined ? [] : [modelColumn('article, raw', articleFigures.rawModel())]),
      ...column(headings['raw without decay'], freeRaw, 'rawModel'),
    ],
  };
}

function standardWeights({ data, arms, article, standardTruth }: ArticleRace): Part {
  const [normalized, raw, , freeRaw] = arms;
  return {
    kind: 'table',
    title: 'The same, per standard deviation',
    columns: [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(standardTruth === undefined ? [] : [modelColumn('true', standardTruth)]),
      ...column('normalized', normalized, 'standardModel'),
      ...(article === undefined ? [] : [modelColumn('article, norm.', articleFigures.normalizedModel())]),
      ...column('raw', raw, 'standardModel'),
      ...column(headings['raw without decay'], freeRaw, 'standardModel'),
    ],
  };
}

/** None for an arm that overflowed. */
function column(
  title: string,
  arm: ArticleArm | undefined,
  units: 'rawModel' | 'standardModel',
): TableColumn[] {
  return arm === undefined || arm.diverged ? [] : [modelColumn(title, arm[units])];
}

function decayPart({ decays }: ArticleRace): Part | undefined {
  if (decays === undefined) return undefined;
  const of = (title: string, cell: (trial: DecayTrial) => string): TableColumn => ({
    title,
    cells: decays.map(cell),
  });
  const seconds = decays.reduce((sum, trial) => sum + trial.seconds, 0);
  return {
    kind: 'table',
    title: `Weight decays: how both arms end, ${2 * decays.length} trainings in ${inTime(seconds)}`,
    columns: [
      of('decay', ({ weightDecay }) => inDigits(weightDecay)),
      of('1/decay', ({ cap }) => (cap === Infinity ? 'none' : inDigits(cap, 3))),
      of('normalized', ({ normalized }) => inColumn(normalized)),
      of('raw', ({ raw }) => inColumn(raw)),
      of('largest raw weight', ({ largestRawWeight }) => inColumn(largestRawWeight, 3)),
      of('raw bias', ({ rawBias }) => inColumn(rawBias, 3)),
    ],
  };
}
