import { articleFigures, type EpochLoss } from '#kit/data';
import {
  inColumn,
  inDigits,
  theArticles,
  type ArticleArm,
  type ArticleRace,
  type DecayTrial,
  type RaceReport,
} from '#kit/race';
import { chartLines } from './race-chart';
import {
  count,
  epochLines,
  extent,
  heading,
  inTime,
  modelColumn,
  page,
  predictions,
  titled,
  verdict,
} from './race-parts';
import { tableLines, type TableColumn } from './table';
import { indented, type Terminal } from './terminal';

/**
 * The article's run as a page: what ran, what the finder said, both arms beside what the article printed,
 * the arms without decay, predictions, weights in both units, decays, and the verdict.
 */
export function renderArticle(
  race: ArticleRace,
  report: RaceReport,
  notes: readonly string[],
  terminal: Terminal,
): string {
  const { arms, article } = race;
  const [normalized, raw, freeNormalized, freeRaw] = arms;
  return page([
    heading(race, report, [...aboutRecipe(race), ...notes], terminal),
    finderPart(race, terminal),
    ...(normalized === undefined ? [] : [armPart(normalized, article?.normalized, terminal)]),
    ...(raw === undefined ? [] : [armPart(raw, article?.raw, terminal)]),
    ...(article === undefined ? [] : [indented(terminal, '  ', roundingNote)]),
    freeNormalized === undefined || freeRaw === undefined
      ? ''
      : controlPart(freeNormalized, freeRaw, terminal),
    titled('Validation loss by epoch', chartLines(arms, terminal.width), terminal),
    predictions(race, shown(arms), terminal),
    titled('Weights in the units of the data', rawWeights(race, terminal), terminal),
    titled('The same, per standard deviation', standardWeights(race, terminal), terminal),
    decayPart(race, terminal),
    verdict(race, terminal),
  ]);
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

function finderPart({ arms, peak }: ArticleRace, terminal: Terminal): string {
  const unused =
    peak === theArticles.peak ? `unused: the article took ${peak}` : `unused: --lr says ${inDigits(peak)}`;
  const lines = arms.flatMap(({ name, finder }) => {
    if (finder === undefined) return [];
    const stop = inDigits(finder.learningRates.at(-1) ?? NaN, 3);
    const words = `stopped at ${stop}, suggests ${inDigits(finder.suggestion, 3)}; ${unused}`;
    return [indented(terminal, `  ${name.padEnd(12)}`, words)];
  });
  return titled('Learning-rate finder', lines, terminal);
}

function armPart(arm: ArticleArm, printed: readonly EpochLoss[] | undefined, terminal: Terminal): string {
  const { name, learningRate, weightDecay } = arm;
  const beside = (loss: 'trainLoss' | 'validLoss', column: ColumnOf): TableColumn[] =>
    printed === undefined ? [] : [column('article', ({ epoch }) => inColumn(printed[epoch]?.[loss] ?? NaN))];
  return [
    `${terminal.colour.bold(name)}, peak ${inDigits(learningRate)}, decay ${inDigits(weightDecay)}`,
    ...epochLines(
      arm,
      (column) => [
        column('train_loss', ({ trainLoss }) => inColumn(trainLoss)),
        ...beside('trainLoss', column),
        column('valid_loss', ({ validLoss }) => inColumn(validLoss)),
        ...beside('validLoss', column),
        column('time', ({ seconds }) => inTime(seconds)),
      ],
      terminal,
    ),
  ].join('\n');
}

type ColumnOf = (title: string, cell: (epoch: ArticleArm['epochs'][number]) => string) => TableColumn;

/** Both control arms in one table: only how they end is asked of them. */
function controlPart(normalized: ArticleArm, raw: ArticleArm, terminal: Terminal): string {
  const column = (title: string, cell: (epoch: number) => string): TableColumn => ({
    title,
    cells: normalized.epochs.map(({ epoch }) => cell(epoch)),
  });
  const loss = (arm: ArticleArm, epoch: number) => inColumn(arm.epochs[epoch]?.validLoss ?? NaN);
  const seconds = (epoch: number) =>
    (normalized.epochs[epoch]?.seconds ?? 0) + (raw.epochs[epoch]?.seconds ?? 0);
  return titled(
    'The control arms: the same without decay, valid_loss',
    tableLines(
      [
        column('epoch', (epoch) => String(epoch).padStart(5)),
        column('normalized', (epoch) => loss(normalized, epoch)),
        column('raw', (epoch) => loss(raw, epoch)),
        column('time', (epoch) => inTime(seconds(epoch))),
      ],
      terminal.width,
    ),
    terminal,
  );
}

/** Short enough for five columns side by side. */
const headings = {
  normalized: 'normalized',
  raw: 'raw',
  'normalized without decay': 'norm., no decay',
  'raw without decay': 'raw, no decay',
} as const;

function shown(arms: readonly ArticleArm[]): (readonly [string, ArticleArm])[] {
  return arms.map((arm) => [headings[arm.name], arm]);
}

function rawWeights(race: ArticleRace, { width }: Terminal): string[] {
  const { data, arms, article } = race;
  const [normalized, raw, , freeRaw] = arms;
  return tableLines(
    [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(data.truth === undefined ? [] : [modelColumn('true', data.truth)]),
      ...column('normalized', normalized, 'rawModel'),
      ...column('raw', raw, 'rawModel'),
      ...(article === undefined ? [] : [modelColumn('article, raw', articleFigures.rawModel())]),
      ...column(headings['raw without decay'], freeRaw, 'rawModel'),
    ],
    width,
  );
}

function standardWeights(race: ArticleRace, { width }: Terminal): string[] {
  const { data, arms, article, standardTruth } = race;
  const [normalized, raw, , freeRaw] = arms;
  return tableLines(
    [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(standardTruth === undefined ? [] : [modelColumn('true', standardTruth)]),
      ...column('normalized', normalized, 'standardModel'),
      ...(article === undefined ? [] : [modelColumn('article, norm.', articleFigures.normalizedModel())]),
      ...column('raw', raw, 'standardModel'),
      ...column(headings['raw without decay'], freeRaw, 'standardModel'),
    ],
    width,
  );
}

/** None for an arm that overflowed. */
function column(
  title: string,
  arm: ArticleArm | undefined,
  units: 'rawModel' | 'standardModel',
): TableColumn[] {
  return arm === undefined || arm.diverged ? [] : [modelColumn(title, arm[units])];
}

function decayPart({ decays }: ArticleRace, terminal: Terminal): string {
  if (decays === undefined) return '';
  const of = (title: string, cell: (trial: DecayTrial) => string): TableColumn => ({
    title,
    cells: decays.map(cell),
  });
  const seconds = decays.reduce((sum, trial) => sum + trial.seconds, 0);
  return titled(
    `Weight decays: how both arms end, ${2 * decays.length} trainings in ${inTime(seconds)}`,
    tableLines(
      [
        of('decay', ({ weightDecay }) => inDigits(weightDecay)),
        of('1/decay', ({ cap }) => (cap === Infinity ? 'none' : inDigits(cap, 3))),
        of('normalized', ({ normalized }) => inColumn(normalized)),
        of('raw', ({ raw }) => inColumn(raw)),
        of('largest raw weight', ({ largestRawWeight }) => inColumn(largestRawWeight, 3)),
        of('raw bias', ({ rawBias }) => inColumn(rawBias, 3)),
      ],
      terminal.width,
    ),
    terminal,
  );
}
