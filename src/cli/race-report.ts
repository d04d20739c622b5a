import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';
import type { Finished } from '#kit/race';
import type { RaceContent } from './race-content';
import type { Pictures } from './race-pictures';
import type { RaceOptions } from './race-options';
import { cannotWrite } from './race-report-file';
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
  const page = reportPage({ ...raced, ...circumstances(options) });
  try {
    writeFileSync(file, page);
    return undefined;
  } catch (error) {
    return cannotWrite(file, error);
  }
}

/** The command that runs this race again, with every option that decides what comes out. */
function circumstances(options: RaceOptions) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const given: Record<string, string | number | boolean | undefined> = {
    recipe: options.recipe,
    data: options.data,
    target: options.target,
    rows: options.rows,
    epochs: options.epochs,
    batch: options.batch,
    lr: options.lr,
    'weight-decay': options.weightDecay,
    'wd-sweep': options.wdSweep,
    seed: options.seed,
    backend: options.backend,
    shelf: options.shelf,
  };
  const words = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [`--${name}`] : [`--${name} ${quoted(String(value))}`];
  });
  return { version, command: `npm run race -- ${words.join(' ')}` };
}

function quoted(value: string): string {
  return /^[\w./:+-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
