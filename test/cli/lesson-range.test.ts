import { describe, expect, it } from 'vitest';
import { listLessons } from '#kit/course';
import { UsageError } from '../../src/cli/arguments';
import { lessonsInRange, rangeInWords } from '../../src/cli/lesson-range';

const every = listLessons();
const numbers = (text: string, lessons = every) => lessonsInRange(text, lessons).map(({ number }) => number);

describe('a range of lessons', () => {
  it.each([
    ['01-03', ['01', '02', '03']],
    ['1-3', ['01', '02', '03']],
    ['7', ['07']],
    ['03-std-scaling', ['03']],
    ['01-03,05', ['01', '02', '03', '05']],
    ['5, 2-3, 03', ['02', '03', '05']],
    ['12-13', ['12', '13']],
  ])('"%s"', (text, found) => {
    expect(numbers(text)).toEqual(found);
  });

  it('is one of the lessons that there are', () => {
    const some = every.filter(({ number }) => number !== '02');
    expect(numbers('01-03', some)).toEqual(['01', '03']);
  });

  it.each(['', '01-', '14', '01-14', '03-01', '1,,2', 'three', '-1', '1–3'])('"%s" is none', (text) => {
    expect(() => lessonsInRange(text, every)).toThrow(UsageError);
  });

  it.each([
    ['01-13', '01 to 13'],
    ['01-02', '01 and 02'],
    ['01-03,05', '01 to 03 and 05'],
    ['1,3,5-7,9,11-13', '01, 03, 05 to 07, 09 and 11 to 13'],
    ['8', '08'],
  ])('"%s" in words', (text, words) => {
    expect(rangeInWords(lessonsInRange(text, every))).toBe(words);
  });
});
