import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/arguments';
import { chosenLessons } from '../../src/cli/chosen-lessons';

describe('the lessons that a command is asked for', () => {
  it.each(['03', '3', '03-std-scaling'])('%s is lesson 03', (name) => {
    expect(chosenLessons([name]).map(({ number }) => number)).toEqual(['03']);
  });

  it('come in the order of the course, each once, and all where none is named', () => {
    expect(chosenLessons(['4', '2', '04']).map(({ number }) => number)).toEqual(['02', '04']);
    expect(chosenLessons([]).length).toBe(13);
  });

  it.each(['33', '', 'three', '-1'])('"%s" is none', (name) => {
    expect(() => chosenLessons([name])).toThrow(UsageError);
  });
});
