import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { currentLesson, listLessons, type Standing } from '#kit/course';
import { renderList, searched } from '../../src/cli/list-page';

const lessons = listLessons();

/** Where somebody stands who has come a good way. */
const standings: Standing[] = lessons.map((lesson, index) => {
  const blank = { lesson, passed: 0, total: 20, failing: 0, cannotRun: false };
  if (index < 2) return { ...blank, status: 'done', passed: 20 };
  if (index === 2) return { ...blank, status: 'adopted', passed: 20 };
  if (index === 8) return { ...blank, status: 'in progress', passed: 7, failing: 12 };
  if (index === 9) return { ...blank, status: 'in progress', passed: 3 };
  if (index === 10) return { ...blank, status: 'in progress', cannotRun: true };
  return { ...blank, status: 'not started' };
});

const page = (width: number, shown = standings) =>
  renderList(standings, shown, { width, colour: new Chalk({ level: 0 }) });

describe('the list', () => {
  it('has a line for each lesson, and points at the one to work on', () => {
    const lines = page(80).split('\n');
    expect(lines.filter((line) => /^(?: {2}|→ )[✓○◐✗] \d\d {2}/.test(line))).toHaveLength(lessons.length);
    expect(lines.filter((line) => line.startsWith('→ '))).toEqual([
      '→ ○ 04  Standardizer          not started',
    ]);
    expect(page(80)).toContain(`2 of ${lessons.length} done, 1 adopted`);
    expect(page(80)).toContain('You are at lesson 04: npm test 04');
    expect(page(80)).toContain('  ✗ 09  Learning rate finder  in progress, 7 of 20, 12 failing');
    expect(page(80)).toContain('  ✗ 11  Weight tracking       cannot run');
  });

  it.each([60, 80])('fits into %i columns', (width) => {
    expect(
      Math.max(
        ...page(width)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(width);
  });

  it('goes nowhere from the end', () => {
    const all = standings.map((each): Standing => ({ ...each, status: 'done', cannotRun: false }));
    expect(currentLesson(all)).toBeUndefined();
    expect(renderList(all, all, { width: 80, colour: new Chalk({ level: 0 }) })).toContain('All done.');
  });
});

describe('a search through the list', () => {
  const numbers = (words: string) => searched(standings, words).map(({ lesson }) => lesson.number);

  it.each([
    ['', lessons.map(({ number }) => number)],
    ['adam', ['08']],
    ['ADAM', ['08']],
    ['3', ['03', '13']],
    ['standardDeviation', ['03']],
    ['fitstandardizer', ['04']],
    ['adopted', ['03']],
    ['cannot run', ['11']],
    ['progress rate', ['09']],
    [' rate  finder ', ['09']],
    ['nowhere', []],
  ])('"%s"', (words, found) => {
    expect(numbers(words)).toEqual(found);
  });

  it('shows what it found, and counts all', () => {
    const found = page(80, searched(standings, 'adam'));
    expect(found).toContain('  ○ 08  Adam  not started');
    expect(found).toContain(`2 of ${lessons.length} done`);
    expect(found).not.toContain('→');
  });
});
