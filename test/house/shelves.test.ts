import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersIn, lessonWith, listLessons, listMisconceptions, root } from '#kit/course';
import { lessonsToJudge, loadShelves, withMistakes } from '../gates/judge';

const lessons = listLessons();
const withMisconceptions = lessons.filter((lesson) => withMistakes(lesson) === lesson);
const names = lessons.map((lesson) => lesson.name);

describe('every lesson stands on every shelf', () => {
  // Not the exercises in lessons/: they are the learner's, who may have moved one away.
  it.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s has all its files', (_, lesson) => {
    const files = [lesson.readme, lesson.test, lesson.hints, lesson.solution, lesson.blank];
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(listMisconceptions(withMistakes(lesson)).length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['lessons', names],
    ['solutions', names],
    ['src/course/blank', names],
    ['test/misconceptions', withMisconceptions.map((lesson) => lesson.name)],
  ] as const)('%s has a folder for each lesson, and no other', (shelf, expected) => {
    // A folder without a number is a learner's own.
    expect(foldersIn(shelf).filter((folder) => /^\d\d-/.test(folder))).toEqual(expected);
  });

  // lessons/ is left out: a learner may keep notes there.
  it.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s has no stray files', (_, lesson) => {
    const filesIn = (file: string) => readdirSync(dirname(join(root, file)));
    expect(filesIn(lesson.solution)).toEqual(['exercise.ts']);
    expect(filesIn(lesson.blank)).toEqual(['exercise.ts']);
    expect(
      filesIn(`${withMistakes(lesson).misconceptions}/any`).filter((file) => !/^[a-z0-9-]+\.ts$/.test(file)),
    ).toEqual([]);
  });
});

describe.each(lessonsToJudge().map((lesson) => [lesson.name, lesson] as const))('%s', async (_, lesson) => {
  const { suite, solution, blank, misconceptions } = await loadShelves(lesson);
  const tasks = suite.tasks.map((task) => task.name);
  const readme = readFileSync(join(root, lesson.readme), 'utf8');
  const hints = readFileSync(join(root, lesson.hints), 'utf8');

  it('has one task for each function of its stub, worth points and tested', () => {
    // A stub may hand functions of earlier lessons on; those have their tasks there.
    const own = Object.keys(blank).filter((name) => lessonWith(name)?.name === lesson.name);
    expect(tasks.toSorted()).toEqual(own.toSorted());
    expect(suite.tasks.filter((task) => !(task.points > 0))).toEqual([]);
    expect(tasks.filter((task) => !suite.tests.some((test) => test.task === task))).toEqual([]);
  });

  it('has titles of its own for all tests', () => {
    const titles = suite.tests.map((test) => test.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('solves every function of its stub', () => {
    expect(tasks.filter((task) => typeof (solution as Record<string, unknown>)[task] !== 'function')).toEqual(
      [],
    );
  });

  it('names each mistake in a sentence of its own', () => {
    const sentences = misconceptions.map(({ mistake }) => mistake);
    expect(sentences.filter((sentence) => !/^[A-Za-z].*[.?]$/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => sentence.length > 160)).toEqual([]);
  });

  it('has three hints for each task, of at most 80 words each', () => {
    for (const task of tasks) {
      const section = hints.split(/^## /m).find((part) => part.startsWith(`${task}\n`)) ?? '';
      const steps = section.split(/^\d\. /m).slice(1);
      expect(steps.length, `hints for ${task}`).toBe(3);
      for (const step of steps) expect(step.trim().split(/\s+/).length).toBeLessThanOrEqual(80);
    }
  });

  it('introduces each task in its README', () => {
    expect(readme).toMatch(/^# \d\d /);
    expect(tasks.filter((task) => !readme.includes(`\`${task}(`))).toEqual([]);
  });
});
