import carsAddress from '@observablehq/sample-datasets/cars.csv?url';
import diamondsAddress from '@observablehq/sample-datasets/diamonds.csv?url';
import { loadDataSet, raceFile, someRows, type RaceData } from '#kit/race';
import type { Job } from '../messages';

/** A data set, and what is to be known about it. */
export interface Loaded {
  readonly data: RaceData;
  readonly notes: readonly string[];
}

let last: { readonly key: string; readonly loaded: Promise<Loaded> } | undefined;

/** The data that is chosen. @throws RangeError, one line, for a file that is no table to learn from. */
export function chosenData({ settings, file }: Pick<Job, 'settings' | 'file'>): Promise<Loaded> {
  const { data, target, rows, seed } = settings;
  const key = JSON.stringify([data, target, rows, seed, file]);
  if (last?.key !== key) last = { key, loaded: load({ settings, ...(file === undefined ? {} : { file }) }) };
  return last.loaded;
}

/** Not more rows than a picture has a use for. */
export async function fewRows(job: Pick<Job, 'settings' | 'file'>): Promise<RaceData> {
  const { data } = await chosenData(job);
  return someRows(data, Math.min(data.x.rows, MOST_ROWS), job.settings.seed);
}

const MOST_ROWS = 2_000;

async function load({ settings, file }: Pick<Job, 'settings' | 'file'>): Promise<Loaded> {
  const { data: name, target, rows, seed } = settings;
  if (name === 'article') return { data: await loadDataSet(name, seed, rows), notes: [] };
  if (name === 'file') {
    if (file === undefined || target === undefined) throw new RangeError('Choose a CSV file.');
    const { data, notes } = raceFile(file.name, file.text, target);
    return cut({ data, notes }, rows, seed);
  }
  return cut({ data: await loadDataSet(name, seed, undefined, textOf), notes: [] }, rows, seed);
}

function cut({ data, notes }: Loaded, rows: number | undefined, seed: number): Loaded {
  const all = data.x.rows;
  if (rows === undefined || rows === all) return { data, notes };
  if (rows < all) return { data: someRows(data, rows, seed), notes };
  const note = `${data.name} has ${all.toLocaleString('en-US')} rows, and all of them are taken.`;
  return { data, notes: [...notes, note] };
}

async function textOf(file: string): Promise<string> {
  const answer = await fetch(file.endsWith('/cars.csv') ? carsAddress : diamondsAddress);
  if (!answer.ok) throw new RangeError(`${file} did not arrive (${answer.status}).`);
  return answer.text();
}
