import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RaceReport } from '#kit/race';
import { UsageError } from '../../src/cli/arguments';
import { raceData } from '../../src/cli/race-data';
import { readRaceOptions } from '../../src/cli/race-options';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeAll(() => {
  course = new Sandbox();
});
afterAll(() => course.dispose());

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');
const good = (index: number) => `${index},${(index * 7) % 5},${2 * index + 1}`;

function race(file: string | Uint8Array | undefined, ...args: string[]) {
  if (file !== undefined) writeFileSync(join(course.path, 'table.csv'), file);
  return course.run('race', [
    '--shelf',
    'solutions',
    ...(file === undefined ? [] : ['--data', 'table.csv']),
    ...args,
  ]);
}

/** What the command would be refused with; here without its process, which takes a second. */
async function refusal(...args: string[]): Promise<string> {
  const refused = async () => raceData(readRaceOptions(args));
  const error = await refused().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  const { message } = error as UsageError;
  expect(message.split('\n')).toHaveLength(1);
  return message;
}

async function refusalOf(file: string | Uint8Array, ...args: string[]): Promise<string> {
  const path = join(course.path, 'table.csv');
  writeFileSync(path, file);
  return refusal('--data', path, ...args);
}

describe('a table that cannot be raced on gets one clear line', () => {
  it.each<[string, string | Uint8Array, string[], RegExp]>([
    ['an empty file', '', ['--target', 'c'], /table\.csv is empty/],
    ['blank lines', '\n\n', ['--target', 'c'], /table\.csv is empty/],
    ['a header alone', 'a,b,c\n', ['--target', 'c'], /has a header, but no rows/],
    ['no target', `a,b,c\n${rows(20, good)}`, [], /needs --target COLUMN. The columns are: a, b, c/],
    [
      'an unknown target',
      `a,b,c\n${rows(20, good)}`,
      ['--target', 'd'],
      /no column "d". The columns are: a, b, c/,
    ],
    [
      'other text',
      `a,b,c\n${rows(20, good)}1,lots,3\n`,
      ['--target', 'c'],
      /Row 22, column "b": "lots" is no number/,
    ],
    ['9 rows', `a,b,c\n${rows(9, good)}`, ['--target', 'c'], /has 9 complete rows, and a race needs 10/],
    [
      '9 complete rows',
      `a,b,c\n${rows(9, good)}${rows(9, () => '1,,2')}`,
      ['--target', 'c'],
      /has 9 complete rows/,
    ],
    ['nothing but gaps', `a,b,c\n${rows(9, () => '1,,2')},2,\n`, ['--target', 'c'], /No complete row/],
    [
      'binary noise',
      Uint8Array.from({ length: 999 }, (_, i) => (i * 73) % 256),
      ['--target', 'c'],
      /not a text file/,
    ],
    ['zeros', 'a,b\0,c\n', ['--target', 'c'], /not a text file/],
    ['a column twice', `a,a,c\n${rows(20, good)}`, ['--target', 'c'], /Two columns are named "a"/],
    ['a column without a name', `a,,c\n${rows(20, good)}`, ['--target', 'c'], /column 2 has no name/],
    [
      'a target of text',
      `a,b,c\n${rows(20, (i) => `${i},2,word`)}`,
      ['--target', 'c'],
      /Column "c" holds no numbers/,
    ],
    [
      'columns of text',
      `a,c\n${rows(20, (i) => `word,${i}`)}`,
      ['--target', 'c'],
      /Beside "c" no column holds/,
    ],
    [
      'a target that stays',
      `a,c\n${rows(20, (i) => `${i},7`)}`,
      ['--target', 'c'],
      /same value in every row/,
    ],
    ['too many cells', `a,c\n${rows(20, (i) => `${i},7,8`)}`, ['--target', 'c'], /Row 2 has 3 cells/],
    [
      'a number too large',
      `a,c\n${rows(20, (i) => `${i}e40,${i}`)}`,
      ['--target', 'c'],
      /too large for float32/,
    ],
    [
      'too many rows',
      `a,b,c\n${rows(20, good)}`,
      ['--target', 'c', '--rows', '21'],
      /has 20 rows, and --rows asks for 21/,
    ],
  ])('%s', async (_, file, args, words) => {
    expect(await refusalOf(file, ...args)).toMatch(words);
  });

  it('a missing file', async () => {
    expect(await refusal('--data', 'nowhere.csv', '--target', 'a')).toMatch(
      /no data set and no file "nowhere.csv"/,
    );
  });

  it('a directory', async () => {
    const folder = join(course.path, 'folder.csv');
    mkdirSync(folder, { recursive: true });
    expect(await refusal('--data', folder, '--target', 'a')).toMatch(/folder\.csv is a directory/);
  });

  it('and the command ends with exit code 2', () => {
    refused(race('', '--target', 'c'), /table\.csv is empty/);
  });
});

describe('an option that makes no sense gets one clear line', () => {
  it.each<[string[], RegExp]>([
    [['--sed', '1'], /There is no option --sed\. There are --data/],
    [['-x'], /There is no option -x/],
    [['--epochs', '0'], /--epochs takes a whole number from 1 .* not "0"/],
    [['--epochs', '1.5'], /--epochs takes a whole number/],
    [['--rows', '-5'], /--rows takes a whole number from 10 .* not "-5"/],
    [['--rows', '9'], /--rows takes a whole number from 10/],
    [['--data', 'cars', '--rows', '393'], /cars has 392 rows, and --rows asks for 393/],
    [['--batch', '0'], /--batch takes a whole number from 1/],
    [['--lr', 'nope'], /--lr takes a number above 0, such as 0\.1 or 1e-3, not "nope"/],
    [['--lr', '0'], /--lr takes a number above 0/],
    [['--lr', '-0.1'], /--lr takes a number above 0/],
    [['--lr', '.'], /--lr takes a number above 0/],
    [['--lr'], /--lr needs a value/],
    [['--lr='], /--lr needs a value/],
    [['--seed', 'x'], /--seed takes a whole number, such as 42, not "x"/],
    [['--seed', '0.5'], /--seed takes a whole number/],
    [['--backend', 'gpu'], /There is no backend "gpu"\. Choose cpu or webasm/],
    [['--recipe', 'cake'], /There is no recipe "cake"\. Choose plain or article/],
    [['--weight-decay', '0.1'], /--weight-decay goes with --recipe article; plain gradient descent has none/],
    [['--recipe', 'plain', '--weight-decay', '0'], /--weight-decay goes with --recipe article/],
    [['--wd-sweep'], /--wd-sweep goes with --recipe article/],
    [['--recipe', 'article', '--wd-sweep=yes'], /--wd-sweep takes no value/],
    [['--recipe', 'article', '--weight-decay'], /--weight-decay needs a value/],
    [
      ['--recipe', 'article', '--weight-decay', '-0.1'],
      /--weight-decay takes a number, 0 or more, .* not "-0\.1"/,
    ],
    [
      ['--recipe', 'article', '--weight-decay', 'much'],
      /--weight-decay takes a number, 0 or more, .* not "much"/,
    ],
    [['--report'], /--report needs a value/],
    [
      ['--report', 'race.csv'],
      /--report takes a file that ends in \.html, such as race\.html, not "race\.csv"/,
    ],
    [['--report', 'lessons'], /--report lessons is a folder\. Name a file in it/],
    [['--report', 'nowhere/race.html'], /--report nowhere\/race\.html: there is no folder nowhere/],
    [
      ['--data', 'carz'],
      /no data set and no file "carz"\. Choose article, article-scaled, units, cars, diamonds/,
    ],
    [['--data', 'toString', '--target', 'a'], /no data set and no file "toString"/],
    [['--data', 'cars', '--target', 'year'], /--target goes with a CSV file; cars has its target/],
    [['--shelf', 'mine'], /There is no shelf "mine"\. Choose lessons or solutions/],
    [['--json=yes'], /--json takes no value/],
    [['cars'], /"cars" belongs to no option.*npm run race -- --data cars/],
  ])('%s', async (args, words) => {
    expect(await refusal(...args)).toMatch(words);
  });

  it('and the command ends with exit code 2', () => {
    refused(course.run('race', ['--epochs', '0']), /--epochs takes a whole number from 1 .* not "0"/);
  });
});

function refused({ code, out, err }: { code: number | null; out: string; err: string }, words: RegExp) {
  expect(err).toMatch(words);
  expect(err.trimEnd().split('\n').length).toBe(1);
  expect([code, out]).toEqual([2, '']);
}

describe('a table with flaws', () => {
  const flawed = `a,note,constant,c\n${rows(40, (i) => `${(i * 7) % 11},word,5,${i}`)},word,5,3\n`;

  it('is raced on, and the page says what was left out, dropped and constant', () => {
    const { code, out, err } = race(flawed, '--target', 'c');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Left out, because they hold no numbers: note.');
    expect(out).toContain('1 row with a blank cell is dropped.');
    expect(out).toMatch(/Warning: one value only, which normalizing turns into zeros:\s+constant\./);
  });

  it('says so on standard error where the output is for a program', () => {
    const { code, out, err } = race(flawed, '--target', 'c', '--json');
    expect(code).toBe(0);
    expect(err).toContain('Warning: one value only');
    const report = JSON.parse(out) as RaceReport;
    expect(report).toMatchObject({ data: 'table.csv', rows: 40, features: 2 });
    expect(report.arms.map(({ name }) => name)).toEqual(['normalized', 'raw', 'raw at its best rate']);
  });

  it('of which some rows are picked', () => {
    const { out } = race(flawed, '--target', 'c', '--rows', '12', '--json');
    expect(JSON.parse(out)).toMatchObject({ rows: 12 });
  });
});
