import type { TableColumn } from '#kit/pages';
import type { Arm, Finished, Circumstances } from '#kit/race';
import { inColumn, inDigits } from '#kit/words';

/*
 * What is told about a race, in the same words in a terminal and in a report, before it is decided how it
 * looks.
 */

export interface RaceContent {
  /** What ran, on whose functions. */
  readonly heading: string;
  /** On which data, by which recipe: a paragraph each. */
  readonly about: readonly string[];
  readonly parts: readonly Part[];
}

/** A table, a few words on each of some things, a remark, or the losses as a picture. */
export type Part =
  | {
      readonly kind: 'table';
      readonly title: string;
      /** Goes on where the title ends. */
      readonly aside?: string;
      readonly columns: readonly [TableColumn, ...TableColumn[]];
      /** Stands below. */
      readonly more?: string;
    }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly (readonly [string, string])[] }
  | { readonly kind: 'remark'; readonly words: string }
  | { readonly kind: 'losses'; readonly title: string; readonly arms: readonly Arm[] };

/** @param lines what the recipe adds, a paragraph each */
export function contentOf(
  race: Finished,
  { backend, shelf }: Circumstances,
  lines: readonly string[],
  parts: readonly (Part | undefined)[],
): RaceContent {
  const { data, seed, trainRows, validRows } = race;
  const whose = shelf === 'solutions' ? 'the functions in solutions/' : 'your functions';
  return {
    heading: `the race, with ${whose} on ${backend}, seed ${seed}`,
    about: [
      `${data.name}: ${count(trainRows)} rows to learn from, ${count(validRows)} to be judged by, ` +
        `${count(data.x.columns)} columns. The target, ${data.target}, varies by ${inDigits(race.targetVariance)}: ` +
        'that is the loss of always predicting its mean.',
      ...lines,
    ],
    parts: parts.filter((part) => part !== undefined),
  };
}

/** How long the training is: 10 epochs in batches of 64: 25,000 steps. */
export function extent({ epochs, batchSize, steps }: Finished): string {
  return `${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} in batches of ${count(batchSize)}: ${count(steps)} steps`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

export function inTime(seconds: number): string {
  return seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(2)} s`;
}

export function lossesPart({ arms }: Finished): Part {
  return { kind: 'losses', title: 'Validation loss by epoch', arms };
}

type Epoch = Arm['epochs'][number];

/** A column with a cell for each epoch. */
export type EpochColumn = (title: string, cell: (epoch: Epoch) => string) => TableColumn;

/** The table of an arm. Nothing comes back from an overflow: one such epoch stands for those that follow. */
export function epochsPart(
  { name, epochs }: Arm,
  aside: string,
  columns: (column: EpochColumn) => readonly TableColumn[],
): Part {
  const first = epochs.findIndex(({ validLoss }) => !Number.isFinite(validLoss));
  const shown = first < 0 ? epochs : epochs.slice(0, first + 1);
  const overflowed = epochs.length - shown.length;
  const column: EpochColumn = (title, cell) => ({ title, cells: shown.map(cell) });
  return {
    kind: 'table',
    title: name,
    aside,
    columns: [column('epoch', ({ epoch }) => String(epoch).padStart(5)), ...columns(column)],
    ...(overflowed > 0 ? { more: `… and ${overflowed} more like it` } : {}),
  };
}

/** What arms predict for rows that they have not seen. */
export function predictionsPart(race: Finished, arms: readonly (readonly [title: string, arm: Arm])[]): Part {
  const of = (title: string, values: Float32Array): TableColumn => ({
    title,
    cells: Array.from(values, (value) => inColumn(value, 5)),
  });
  const rows = Array.from(race.shownTargets, (_, row) => String(row + 1).padStart(3));
  return {
    kind: 'table',
    title: rows.length === 10 ? 'Ten predictions' : 'Predictions',
    columns: [
      { title: 'row', cells: rows },
      of('target', race.shownTargets),
      ...arms.map(([title, arm]) => of(title, arm.predictions)),
    ],
  };
}

/** A model as a column of a table: its weights, then its bias. */
export function modelColumn(
  title: string,
  { weights, bias }: { readonly weights: Float32Array; readonly bias: number },
): TableColumn {
  return { title, cells: [...weights, bias].map((value) => inColumn(value)) };
}
