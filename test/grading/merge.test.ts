import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import { findResults } from '../../src/grading/merge/find-results';
import { mergeResults, type FoundResult } from '../../src/grading/merge/merge-results';
import type { GradingResult } from '../../src/grading/result';
import { readRoster } from '../../src/cli/roster/read-roster';
import { golden } from './golden/results';

const folder = mkdtempSync(join(tmpdir(), 'common-scale-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = golden.find(({ submission }) => submission === 'ada')!;
const found = (place: string, result: GradingResult): FoundResult => ({
  place,
  result,
});
/** Graded again: the same points, and another counterexample. */
const again: GradingResult = JSON.parse(
  JSON.stringify(golden.find(({ submission }) => submission === 'bob')).replaceAll(
    '"sentence":"',
    '"sentence":"Now: ',
  ),
);
const wrongIn = (...all: readonly FoundResult[]) => {
  const merged = mergeResults(all);
  return 'wrong' in merged ? merged.wrong.join('\n') : '';
};

describe('merging results', () => {
  it('puts them in the order of their names, the same one once', () => {
    const zoe = found('b/zoe/result.json', { ...ada, submission: 'zoe' });
    const merged = mergeResults([zoe, found('a/ada/result.json', ada), found('b/ada/result.json', ada)]);
    expect('found' in merged && merged.found.map(({ place }) => place)).toEqual([
      'a/ada/result.json',
      'b/zoe/result.json',
    ]);
  });

  it('refuses what cannot be compared', () => {
    const other = { ...ada, submission: 'zoe' };
    const place = 'b/zoe/result.json';
    expect(wrongIn(found('a', ada), found(place, { ...other, seedFingerprint: '0' }))).toMatch(/seeds/);
    expect(wrongIn(found('a', ada), found(place, { ...other, lessons: [] }))).toMatch(/different lessons/);
    expect(wrongIn(found('a', ada), found('b', { ...ada, score: 0 }))).toBe(
      'ada has two results that do not come to the same points: a and b.',
    );
    const [first, ...rest] = ada.lessons;
    const refused = { ...ada, lessons: [{ ...first!, status: 'refused' as const }, ...rest] };
    expect(wrongIn(found('a', ada), found('b', refused))).toMatch(/^ada has two results/);
  });

  it('takes the first of two that come to the same points in other words', () => {
    const bob = golden.find(({ submission }) => submission === again.submission)!;
    expect(again).not.toEqual(bob);
    expect(mergeResults([found('a', bob), found('b', again)])).toEqual({ found: [found('a', bob)] });
  });

  it('finds the results in a folder of grades, and says which one it cannot read', () => {
    const grades = join(folder, 'grades');
    cpSync(join(root, 'test/grading/golden'), grades, { recursive: true });
    const results = findResults(grades);
    expect(results.map(({ result }) => result)).toEqual(golden);
    const { place } = results[0]!;
    writeFileSync(place, readFileSync(place, 'utf8').replace('"version": 1', '"version": 2'));
    expect(() => findResults(grades)).toThrow(`${place}: This result is of version 2`);
    expect(readdirSync(grades)).toContain('grades.csv');
  });
});

describe('a roster', () => {
  const file = join(folder, 'roster.csv');
  const roster = (...lines: readonly string[]) => {
    writeFileSync(file, ['\ufeffname,repository,ref', ...lines].join('\n'));
    return readRoster(file);
  };

  it('is a table of names and repositories', () => {
    expect(roster('ada,school/scale-ada,', '"Zoë",school/scale.zoe,hand-in/1')).toEqual([
      { name: 'ada', repository: 'school/scale-ada', ref: '' },
      { name: 'Zoë', repository: 'school/scale.zoe', ref: 'hand-in/1' },
    ]);
    expect(readFileSync(file, 'utf8')).toContain('Zoë');
    // A dot over the letter may be a letter of its own.
    expect(roster(`${'Zoë'.normalize('NFD')},school/zoe,`)[0]?.name).toBe('Zoë'.normalize('NFC'));
  });

  it.each([
    ['../ada,school/ada,', /line 2: a name/],
    ['ada lovelace,school/ada,', /line 2: a name/],
    ['con,school/ada,', /line 2: no folder may be called con everywhere\. Call it _con\./],
    ['ada,school/..,', /line 2: a repository/],
    ['ada,https://example.org/a,', /line 2: a repository/],
    ['ada,school/ada,../../other', /line 2: .* no branch/],
    ['ada,school/ada,\nAda,school/b,', /line 3: Ada is there twice/],
  ])('refuses %s', (line, words) => {
    expect(() => roster(line)).toThrow(words);
  });
});
