import { csvParseRows } from 'd3-dsv';
import { parseCsv, type CsvDataset } from '#kit/data';
import type { RaceData } from './data-sets';

/** With fewer there is nothing to split. */
export const FEWEST_ROWS = 10;

/** A CSV file as a data set, and what whoever wrote it should know. */
export interface RaceFile {
  readonly data: RaceData;
  /** One sentence each: columns left out, rows dropped, columns that hold one value only. */
  readonly notes: readonly string[];
}

/**
 * The text of a file that should be a table.
 * @param file its name, for messages; so below
 * @throws RangeError, one line, where it is no text.
 */
export function csvText(file: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // The same words as for text with zeros in it.
  }
  throw new RangeError(`${file} is not a text file. Save the table as CSV, in UTF-8.`);
}

/** Names of the columns. @throws RangeError, one line, where there is no table below them. */
export function csvHeader(file: string, text: string): string[] {
  if (text.trim() === '') throw new RangeError(`${file} is empty.`);
  const [header = [], ...rows] = csvParseRows(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const names = header.map((name) => name.trim());
  const unnamed = names.indexOf('');
  if (unnamed >= 0) {
    throw new RangeError(`${file}: column ${unnamed + 1} has no name. The first line must name each column.`);
  }
  if (rows.length === 0) throw new RangeError(`${file} has a header, but no rows below it.`);
  return names;
}

/** The table, ready for a race. @throws RangeError, one line, for whatever keeps it from one. */
export function raceFile(file: string, text: string, target: string): RaceFile {
  const table = parsed(file, text, target);
  const { x, targets } = table;
  if (x.rows < FEWEST_ROWS) {
    const rows = `${x.rows} complete ${x.rows === 1 ? 'row' : 'rows'}`;
    throw new RangeError(`${file} has ${rows}, and a race needs ${FEWEST_ROWS} or more.`);
  }
  if (targets.every((value) => value === targets[0])) {
    throw new RangeError(
      `${file}: column "${target}" holds the same value in every row: nothing to predict.`,
    );
  }
  // Nobody knows the units of a stranger's columns, so none is taken to be shared.
  return { data: { ...table, commonScale: false, epochs: 10 }, notes: notesOn(table) };
}

function parsed(file: string, text: string, target: string): CsvDataset {
  try {
    return parseCsv(text, { target, name: file, source: `The file ${file}.` });
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

function notesOn({ leftOut, dropped, constant }: CsvDataset): string[] {
  const rows = dropped === 1 ? '1 row with a blank cell is' : `${dropped} rows with a blank cell are`;
  return [
    ...(leftOut.length > 0 ? [`Left out, because they hold no numbers: ${leftOut.join(', ')}.`] : []),
    ...(dropped > 0 ? [`${rows} dropped.`] : []),
    ...(constant.length > 0
      ? [`Warning: one value only, which normalizing turns into zeros: ${constant.join(', ')}.`]
      : []),
  ];
}
