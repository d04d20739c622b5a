import carsAddress from '@observablehq/sample-datasets/cars.csv?url';
import diamondsAddress from '@observablehq/sample-datasets/diamonds.csv?url';
import { csvText, loadDataSet, raceFile, someRows, type RaceData } from '#kit/race';
import type { Job } from '../messages';
import { keepsLast } from './keeps-last';

/** A data set, and what is to be known about it. */
export interface Loaded {
  readonly data: RaceData;
  readonly notes: readonly string[];
}

/** What a data set is chosen by. */
type Chosen = Pick<Job, 'settings' | 'file'>;

/** The data that is chosen. @throws RangeError, one line, for a file that is no table to learn from. */
export const chosenData = keepsLast(dataKey, load);

/** Everything that the data depends on. */
export function dataKey({ settings: { data, target, rows, seed }, file }: Chosen): readonly unknown[] {
  return [data, rows, seed, ...(data === 'file' ? [target, file?.id] : [])];
}

/** Not more rows than a picture has a use for. */
export async function fewRows(job: Chosen): Promise<RaceData> {
  const { data } = await chosenData(job);
  return someRows(data, Math.min(data.x.rows, MOST_ROWS), job.settings.seed);
}

const MOST_ROWS = 2_000;

async function load({ settings, file }: Chosen): Promise<Loaded> {
  const { data: name, target, rows, seed } = settings;
  if (name === 'article') return { data: await loadDataSet(name, seed, rows), notes: [] };
  if (name === 'file') {
    if (file === undefined || target === undefined) throw new RangeError('Choose a CSV file.');
    const text = csvText(file.name, new Uint8Array(await file.content.arrayBuffer()));
    return cut(raceFile(file.name, text, target), rows, seed);
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
  const isCars = file.endsWith('/cars.csv');
  const answer = await fetch(isCars ? carsAddress : diamondsAddress).catch(() => undefined);
  if (answer?.ok) return answer.text();
  const why = answer === undefined ? 'the server does not answer' : `the server answers ${answer.status}`;
  throw new RangeError(`${isCars ? 'cars.csv' : 'diamonds.csv'} did not arrive: ${why}.`);
}
