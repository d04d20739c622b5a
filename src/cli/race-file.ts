import { readFileSync, statSync } from 'node:fs';
import { csvHeader, csvText, dataSetNames, raceFile, type RaceFile } from '#kit/race';
import { UsageError } from './arguments';

/**
 * Reads a table for the race.
 * @throws UsageError or RangeError, one line, for whatever keeps it from being one.
 */
export function readRaceFile(file: string, target: string | undefined): RaceFile {
  const text = csvText(file, bytesOf(file));
  const header = csvHeader(file, text);
  if (target === undefined) {
    throw new UsageError(`${file} needs --target COLUMN. The columns are: ${header.join(', ')}.`);
  }
  return raceFile(file, text, target);
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).isDirectory()) throw new UsageError(`${file} is a directory, not a CSV file.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new UsageError(`${file} cannot be read (${code ?? String(error)}).`);
    const names = dataSetNames.join(', ');
    throw new UsageError(`There is no data set and no file "${file}". Choose ${names}, or a CSV file.`);
  }
}
