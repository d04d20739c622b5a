import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { safeName } from '#kit/grading';
import { UsageError } from '../arguments';

/** A student, and where their work lies. */
export interface Student {
  /** What the submission is to be called. */
  readonly name: string;
  /** `owner/name` at GitHub. */
  readonly repository: string;
  /** A branch, a tag or a commit; '' for the main branch. */
  readonly ref: string;
}

// What goes into addresses and file names may not hold what means something there.
const NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._-]{0,58}[\p{L}\p{M}\p{N}_])?$/u;
const REPOSITORY = /^[A-Za-z0-9-]+\/(?!\.\.?$)[A-Za-z0-9._-]+$/;
const REF = /^(?!.*\.\.)[A-Za-z0-9._/-]*$/;

/**
 * A roster: a table with the columns `name` and `repository`, and `ref` where somebody wants it.
 * @throws UsageError for what is none, with the line
 */
export function readRoster(file: string): Student[] {
  const rows = csvParse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  for (const column of ['name', 'repository']) {
    if (!rows.columns.includes(column)) throw new UsageError(`${file} has no column "${column}".`);
  }
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const where = `${file}, line ${index + 2}`;
    const [name = '', repository = '', ref = ''] = ['name', 'repository', 'ref'].map((column) =>
      // Some systems write an accent as a letter of its own.
      row[column]?.trim().normalize('NFC'),
    );
    const demand = (isRight: boolean, words: string) => {
      if (!isRight) throw new UsageError(`${where}: ${words}`);
    };
    demand(
      NAME.test(name),
      `a name takes letters, digits, - and _, and no spaces, not ${JSON.stringify(name)}.`,
    );
    // Grades have names that are safe on every disk, and are looked for under those of the roster.
    demand(safeName(name) === name, `no folder may be called ${name} everywhere. Call it ${safeName(name)}.`);
    demand(!seen.has(name.toLowerCase()), `${name} is there twice.`);
    demand(REPOSITORY.test(repository), `a repository is owner/name, not ${JSON.stringify(repository)}.`);
    demand(REF.test(ref), `${JSON.stringify(ref)} is no branch, tag or commit.`);
    seen.add(name.toLowerCase());
    return { name, repository, ref };
  });
}
