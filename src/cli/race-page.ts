import { inColumn, inDigits, type PlainArm, type RaceReport, type RaceResult } from '#kit/race';
import { chartLines } from './race-chart';
import {
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
import { tableLines } from './table';
import type { Terminal } from './terminal';

/** The race as a page: what ran, each arm, the chart, predictions, weights, and the verdict. */
export function renderRace(
  race: RaceResult,
  report: RaceReport,
  notes: readonly string[],
  terminal: Terminal,
): string {
  const recipe =
    `Plain gradient descent, ${extent(race)}.` +
    (race.data.commonScale
      ? ''
      : ' The columns lie on scales of their own, so raw also gets the best rate of its own.');
  return page([
    heading(race, report, [recipe, ...notes], terminal),
    ...race.arms.map((arm) => armLines(arm, terminal)),
    titled('Validation loss by epoch', chartLines(race.arms, terminal.width), terminal),
    predictions(
      race,
      race.arms.map((arm) => [headings[arm.name], arm]),
      terminal,
    ),
    titled('Weights', weightLines(race, terminal), terminal),
    verdict(race, terminal),
  ]);
}

function armLines(arm: PlainArm, terminal: Terminal): string {
  const { name, learningRate, sweep } = arm;
  const { colour } = terminal;
  const tried =
    sweep === undefined
      ? ''
      : colour.dim(`, of ${sweep.length} from ${inDigits(sweep[0]!.learningRate)} to 1`);
  return [
    `${colour.bold(name)}, ${sweep === undefined ? 'rate ' : ''}${inDigits(learningRate)}${tried}`,
    ...epochLines(
      arm,
      (column) => [
        column('train_loss', ({ trainLoss }) => inColumn(trainLoss)),
        column('valid_loss', ({ validLoss }) => inColumn(validLoss)),
        column('time', ({ seconds }) => inTime(seconds)),
      ],
      terminal,
    ),
  ].join('\n');
}

/** Short enough for six columns side by side. */
const headings = { normalized: 'normalized', raw: 'raw', 'raw at its best rate': 'raw, best' } as const;

/**
 * All in the units of the data, beside the true ones; then what the normalized arm learned itself, per
 * standard deviation. An arm that overflowed has none.
 */
function weightLines({ data, arms }: RaceResult, { width }: Terminal): string[] {
  const [normalized] = arms;
  return tableLines(
    [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(data.truth === undefined ? [] : [modelColumn('true', data.truth)]),
      ...arms.flatMap(({ name, rawModel, diverged }) =>
        diverged ? [] : [modelColumn(headings[name], rawModel)],
      ),
      ...(normalized === undefined || normalized.diverged ? [] : [modelColumn('per std', normalized.model)]),
    ],
    width,
  );
}
