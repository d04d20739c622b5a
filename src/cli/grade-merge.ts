import { cpSync, existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { writeWhole } from '#kit/course';
import { findResults, gradesCsv, mergeResults } from '#kit/grading';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { renderGrades } from './grade-page';
import { readRoster } from './roster/read-roster';
import { thisTerminal } from './terminal';

const usage = `npm run grade:merge -- DIR...      makes one folder of grades of several
  --out DIR                   where it goes (default: grades)
  --roster FILE               says who of this roster has no result
  --json                      the results as one JSON object`;

const commandOptions = {
  out: { type: 'string', default: 'grades' },
  roster: { type: 'string' },
  json: flag,
} as const;

await runCommand(usage, commandOptions, async ({ values, positionals }) => {
  if (positionals.length === 0) throw new UsageError(`Say which folders of grades.\n\n${usage}`);
  const missing = positionals.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no ${missing}.`);
  const roster = values.roster === undefined ? [] : readRoster(values.roster);
  const merged = mergeResults(resultsIn(positionals));
  if ('wrong' in merged) {
    process.stderr.write(`Nothing was merged.\n\n${merged.wrong.join('\n')}\n`);
    return 1;
  }
  const results = merged.found.map(({ result }) => result);
  for (const { place } of merged.found) takeAlong(dirname(place), values.out);
  writeWhole(join(values.out, 'grades.csv'), gradesCsv(results));
  const names = new Set(results.map(({ submission }) => submission));
  const without = roster.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const remarks = without.map((name) => `${name} is in the roster, and has no result.`);
  const out = relative('', values.out) || '.';
  writeAnswer(
    values.json,
    () => ({ out, remarks, results }),
    () => renderGrades({ results, remarks, kept: 0, out, grades: 'grades.csv' }, thisTerminal()),
  );
  return without.length > 0 || results.some(({ status }) => status === 'error') ? 1 : 0;
});

/** @throws UsageError for a folder without results, and for a result that cannot be read */
function resultsIn(folders: readonly string[]) {
  return folders.flatMap((folder) => {
    try {
      const found = findResults(folder);
      if (found.length > 0) return found;
    } catch (error) {
      throw error instanceof TypeError ? new UsageError(error.message) : error;
    }
    throw new UsageError(`There is no result in ${folder}.`);
  });
}

/** A result with its pages. Its key stays behind: it would say that this folder had graded it. */
function takeAlong(folder: string, out: string): void {
  const to = join(out, basename(folder));
  if (resolve(to) === resolve(folder)) return;
  cpSync(folder, to, {
    recursive: true,
    filter: (file) => !basename(file).startsWith('.') || file === folder,
  });
}
