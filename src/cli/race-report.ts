import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';
import type { Finished } from '#kit/race';
import { cannotWrite } from './check-report-file';
import { raceCommand } from './race-command';
import type { RaceContent } from './race-content';
import type { Pictures } from './race-pictures';
import type { RaceOptions } from './race-options';
import { reportPage } from './race-report-page';

/**
 * Writes the race as one page.
 * @returns what keeps it from being written; undefined when it has been
 */
export async function writeReport(
  file: string,
  {
    options,
    ...raced
  }: {
    readonly options: RaceOptions;
    readonly race: Finished;
    readonly content: RaceContent;
    readonly pictures: (document: Document) => readonly Pictures[];
  },
): Promise<string | undefined> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const page = reportPage({ ...raced, version, command: raceCommand(options) });
  try {
    writeFileSync(file, page);
    return undefined;
  } catch (error) {
    return cannotWrite(file, error);
  }
}
