import { dataSetNames, loadDataSet, someRows, type RaceFile } from '#kit/race';
import { UsageError } from './arguments';
import { checkReportFile } from './check-report-file';
import { readRaceFile } from './race-file';
import type { RaceOptions } from './race-options';

/**
 * What a race is run on, once it is clear that everything that it was asked for can be had.
 * @throws UsageError, in one line
 */
export async function raceData(options: RaceOptions): Promise<RaceFile> {
  if (options.report !== undefined) checkReportFile(options.report);
  const { data: name, seed, rows, target } = options;
  try {
    if (dataSetNames.includes(name)) return { data: await loadDataSet(name, seed, rows), notes: [] };
    const file = readRaceFile(name, target);
    return { ...file, data: someRows(file.data, rows ?? file.data.x.rows, seed) };
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}
