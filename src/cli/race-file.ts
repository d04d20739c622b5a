import { readFileSync, statSync } from 'node:fs';
import { csvParseRows } from 'd3-dsv';
import { parseCsv, type CsvDataset } from '#kit/data';
import type { RaceData } from '#kit/race';
import { dataSetNames } from '#kit/race';
import { UsageError } from './arguments';
import { FEWEST_ROWS } from './race-options';

/** A CSV file as a data set, and what whoever wrote it should know. */
export interface RaceFile {
  readonly data: RaceData;
  /** One sentence each: columns left out, rows dropped, columns that hold one value only. */
  readonly notes: readonly string[];
}

/**
 * Reads a table for the race.
 * @throws UsageError, one line, for whatever keeps it from being one.
 */
export function readRaceFile(file: string, target: string | undefined): RaceFile {
  const text = textOf(file);
  const header = headerOf(file, text);
  if (target === undefined) {
    throw new UsageError(`${file} needs --target COLUMN. The columns are: ${header.join(', ')}.`);
  }
  const table = parsed(file, text, target);
  const { x, targets } = table;
  if (x.rows < FEWEST_ROWS) {
    throw new UsageError(`${file} has ${x.rows} complete rows, and a race needs ${FEWEST_ROWS} or more.`);
  }
  if (targets.every((value) => value === targets[0])) {
    throw new UsageError(
      `${file}: column "${target}" holds the same value in every row: nothing to predict.`,
    );
  }
  // Nobody knows the units of a stranger's columns, so none is taken to be shared.
  return { data: { ...table, commonScale: false, epochs: 10 }, notes: notesOn(table) };
}

function textOf(file: string): string {
  let bytes: Buffer;
  try {
    if (statSync(file).isDirectory()) throw new UsageError(`${file} is a directory, not a CSV file.`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new UsageError(`${file} cannot be read (${code ?? String(error)}).`);
    const names = dataSetNames.join(', ');
    throw new UsageError(`There is no data set and no file "${file}". Choose ${names}, or a CSV file.`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // The same words as for text with zeros in it.
  }
  throw new UsageError(`${file} is not a text file. Save the table as CSV, in UTF-8.`);
}

/** Names of the columns. */
function headerOf(file: string, text: string): string[] {
  if (text.trim() === '') throw new UsageError(`${file} is empty.`);
  const [header = [], ...rows] = csvParseRows(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const names = header.map((name) => name.trim());
  const unnamed = names.indexOf('');
  if (unnamed >= 0) {
    throw new UsageError(`${file}: column ${unnamed + 1} has no name. The first line must name each column.`);
  }
  if (rows.length === 0) throw new UsageError(`${file} has a header, but no rows below it.`);
  return names;
}

function parsed(file: string, text: string, target: string): CsvDataset {
  try {
    return parseCsv(text, { target, name: file, source: `The file ${file}.` });
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${file}: ${error.message}`);
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
