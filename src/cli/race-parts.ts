import { inColumn, inDigits, type Arm, type Finished, type RaceReport } from '#kit/race';
import { tableLines, type TableColumn } from './table';
import { indented, type Terminal } from './terminal';

/*
 * What the page of a race shows by whichever recipe.
 */

/** Parts of a page, each with its title, and nothing for those without lines. */
export function page(parts: readonly string[]): string {
  return `\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export function titled(title: string, lines: readonly string[], { colour }: Terminal): string {
  return lines.length === 0 ? '' : [colour.bold(title), ...lines].join('\n');
}

/** What ran, on whose functions, on which data. @param lines what the recipe adds, a paragraph each */
export function heading(
  race: Finished,
  { backend, shelf }: RaceReport,
  lines: readonly string[],
  terminal: Terminal,
): string {
  const { data, seed, trainRows, validRows } = race;
  const whose = shelf === 'solutions' ? 'the functions in solutions/' : 'your functions';
  const about =
    `${data.name}: ${count(trainRows)} rows to learn from, ${count(validRows)} to be judged by, ` +
    `${count(data.x.columns)} columns. The target, ${data.target}, varies by ${inDigits(race.targetVariance)}: ` +
    'that is the loss of always predicting its mean.';
  return [
    indented(
      terminal,
      'Common Scale  ',
      `the race, with ${whose} on ${backend}, seed ${seed}`,
      terminal.colour.bold,
    ),
    '',
    ...[about, ...lines].map((line) => indented(terminal, '  ', line)),
  ].join('\n');
}

/** How long the training is: 10 epochs in batches of 64: 25,000 steps. */
export function extent({ epochs, batchSize, steps }: Finished): string {
  return `${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} in batches of ${count(batchSize)}: ${count(steps)} steps`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** Nothing comes back from an overflow: one such epoch stands for those that follow. */
export function untilOverflow({ epochs }: Arm): { epochs: Arm['epochs']; overflowed: number } {
  const first = epochs.findIndex(({ validLoss }) => !Number.isFinite(validLoss));
  if (first < 0) return { epochs, overflowed: 0 };
  return { epochs: epochs.slice(0, first + 1), overflowed: epochs.length - first - 1 };
}

/** A table of epochs, as lines, and how many more overflowed. */
export function epochLines(
  arm: Arm,
  columns: (
    column: (title: string, cell: (epoch: Arm['epochs'][number]) => string) => TableColumn,
  ) => readonly TableColumn[],
  { width }: Terminal,
): string[] {
  const { epochs, overflowed } = untilOverflow(arm);
  const column = (title: string, cell: (epoch: Arm['epochs'][number]) => string): TableColumn => ({
    title,
    cells: epochs.map(cell),
  });
  return [
    ...tableLines([column('epoch', ({ epoch }) => String(epoch).padStart(5)), ...columns(column)], width),
    ...(overflowed > 0 ? [`      … and ${overflowed} more like it`] : []),
  ];
}

export function inTime(seconds: number): string {
  return seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(2)} s`;
}

/** A part that shows what arms predict for rows that they have not seen. */
export function predictions(
  race: Finished,
  arms: readonly (readonly [title: string, arm: Arm])[],
  terminal: Terminal,
): string {
  const of = (title: string, values: Float32Array): TableColumn => ({
    title,
    cells: Array.from(values, (value) => inColumn(value, 5)),
  });
  const rows = Array.from(race.shownTargets, (_, row) => String(row + 1).padStart(3));
  const lines = tableLines(
    [
      { title: 'row', cells: rows },
      of('target', race.shownTargets),
      ...arms.map(([title, arm]) => of(title, arm.predictions)),
    ],
    terminal.width,
  );
  return titled(rows.length === 10 ? 'Ten predictions' : 'Predictions', lines, terminal);
}

/** A model as a column of a table: its weights, then its bias. */
export function modelColumn(
  title: string,
  { weights, bias }: { readonly weights: Float32Array; readonly bias: number },
): TableColumn {
  return { title, cells: [...weights, bias].map((value) => inColumn(value)) };
}

export function verdict({ verdict: { passed, words } }: Finished, terminal: Terminal): string {
  const { colour } = terminal;
  const paint = passed ? colour.green : colour.yellow;
  return titled('Verdict', [indented(terminal, passed ? '  ✓ ' : '  ✗ ', words, paint)], terminal);
}
