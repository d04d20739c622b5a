import { inColumn, inDigits, type Arm, type RaceReport, type RaceResult } from '#kit/race';
import { chartLines } from './race-chart';
import { tableLines, type TableColumn } from './table';
import { indented, type Terminal } from './terminal';

/** The race as a page: what ran, each arm, the chart, predictions, weights, and the verdict. */
export function renderRace(
  race: RaceResult,
  report: RaceReport,
  notes: readonly string[],
  terminal: Terminal,
): string {
  const { colour } = terminal;
  const parts = [
    heading(race, report, notes, terminal),
    ...race.arms.map((arm) => armLines(arm, terminal)),
    titled('Validation loss by epoch', chartLines(race.arms, terminal.width), terminal),
    titled(
      race.shownTargets.length === 10 ? 'Ten predictions' : 'Predictions',
      predictionLines(race, terminal),
      terminal,
    ),
    titled('Weights', weightLines(race, terminal), terminal),
    [
      colour.bold('Verdict'),
      indented(
        terminal,
        race.verdict.passed ? '  ✓ ' : '  ✗ ',
        race.verdict.words,
        race.verdict.passed ? colour.green : colour.yellow,
      ),
    ].join('\n'),
  ];
  return `\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(
  race: RaceResult,
  { backend, shelf }: RaceReport,
  notes: readonly string[],
  terminal: Terminal,
): string {
  const { data, seed, trainRows, validRows, epochs, batchSize, steps } = race;
  const whose = shelf === 'solutions' ? 'the functions in solutions/' : 'your functions';
  const count = (value: number) => value.toLocaleString('en-US');
  const about =
    `${data.name}: ${count(trainRows)} rows to learn from, ${count(validRows)} to be judged by, ` +
    `${count(data.x.columns)} columns. The target, ${data.target}, varies by ${inDigits(race.targetVariance)}: ` +
    'that is the loss of always predicting its mean.';
  const recipe =
    `Plain gradient descent, ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} in batches of ` +
    `${count(batchSize)}: ${count(steps)} steps.` +
    (data.commonScale
      ? ''
      : ' The columns lie on scales of their own, so raw also gets the best rate of its own.');
  return [
    indented(
      terminal,
      'Common Scale  ',
      `the race, with ${whose} on ${backend}, seed ${seed}`,
      terminal.colour.bold,
    ),
    '',
    ...[about, recipe, ...notes].map((line) => indented(terminal, '  ', line)),
  ].join('\n');
}

function titled(title: string, lines: readonly string[], { colour }: Terminal): string {
  return lines.length === 0 ? '' : [colour.bold(title), ...lines].join('\n');
}

function armLines(arm: Arm, { width, colour }: Terminal): string {
  const { name, learningRate, sweep } = arm;
  const { epochs, overflowed } = untilOverflow(arm);
  const column = (title: string, cell: (epoch: Arm['epochs'][number]) => string): TableColumn => ({
    title,
    cells: epochs.map(cell),
  });
  const table = tableLines(
    [
      column('epoch', ({ epoch }) => String(epoch).padStart(5)),
      column('train_loss', ({ trainLoss }) => inColumn(trainLoss)),
      column('valid_loss', ({ validLoss }) => inColumn(validLoss)),
      column('time', ({ seconds }) => inTime(seconds)),
    ],
    width,
  );
  const tried =
    sweep === undefined
      ? ''
      : colour.dim(`, of ${sweep.length} from ${inDigits(sweep[0]!.learningRate)} to 1`);
  return [
    `${colour.bold(name)}, ${sweep === undefined ? 'rate ' : ''}${inDigits(learningRate)}${tried}`,
    ...table,
    ...(overflowed > 0 ? [`      … and ${overflowed} more like it`] : []),
  ].join('\n');
}

/** Nothing comes back from an overflow: one such epoch stands for those that follow. */
function untilOverflow({ epochs }: Arm): { epochs: Arm['epochs']; overflowed: number } {
  const first = epochs.findIndex(({ validLoss }) => !Number.isFinite(validLoss));
  if (first < 0) return { epochs, overflowed: 0 };
  return { epochs: epochs.slice(0, first + 1), overflowed: epochs.length - first - 1 };
}

function inTime(seconds: number): string {
  return seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(2)} s`;
}

/** Short enough for six columns side by side. */
const headings = { normalized: 'normalized', raw: 'raw', 'raw at its best rate': 'raw, best' } as const;

function predictionLines({ shownTargets, arms }: RaceResult, { width }: Terminal): string[] {
  const of = (title: string, values: Float32Array): TableColumn => ({
    title,
    cells: Array.from(values, (value) => inColumn(value, 5)),
  });
  const rows = Array.from(shownTargets, (_, row) => String(row + 1).padStart(3));
  return tableLines(
    [
      { title: 'row', cells: rows },
      of('target', shownTargets),
      ...arms.map(({ name, predictions }) => of(headings[name], predictions)),
    ],
    width,
  );
}

/**
 * All in the units of the data, beside the true ones; then what the normalized arm learned itself, per
 * standard deviation. An arm that overflowed has none.
 */
function weightLines({ data, arms }: RaceResult, { width }: Terminal): string[] {
  const of = (title: string, { weights, bias }: { weights: Float32Array; bias: number }): TableColumn => ({
    title,
    cells: [...weights, bias].map((value) => inColumn(value)),
  });
  const [normalized] = arms;
  return tableLines(
    [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(data.truth === undefined ? [] : [of('true', data.truth)]),
      ...arms.flatMap(({ name, rawModel, diverged }) => (diverged ? [] : [of(headings[name], rawModel)])),
      ...(normalized === undefined || normalized.diverged ? [] : [of('per std', normalized.model)]),
    ],
    width,
  );
}
