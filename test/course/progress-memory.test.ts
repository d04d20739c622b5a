import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remembered, rememberProgress, verdictKeys, type LessonProgress } from '#kit/course';
import { lessonNumbered, TemporaryCourse } from './temporary-course';

const [second, third] = [lessonNumbered('02'), lessonNumbered('03')];
const NOTES = '.common-scale/progress.json';

let course: TemporaryCourse;
beforeEach(() => {
  course = new TemporaryCourse({
    'package.json': '{ "version": "1.0.0" }',
    'src/gpu/index.ts': '',
    [second.exercise]: 'export const mean = 1;',
    [third.exercise]: `import '../02-mean-centering/exercise';`,
  });
});
afterEach(() => course.dispose());

const done: LessonProgress = {
  lesson: second,
  status: 'done',
  tasks: ['mean'],
  passed: 16,
  total: 16,
  failed: [],
  trouble: undefined,
  missing: undefined,
  notWritten: [],
  table: undefined,
};
const failing: LessonProgress = {
  ...done,
  lesson: third,
  status: 'in progress',
  passed: 3,
  total: 9,
  failed: [{ task: 'scale', title: 'a fact', failure: { kind: 'mismatch', sentence: 'No.' } }],
};

const keys = () => verdictKeys([second, third], course.path);
const remember = (...progress: LessonProgress[]) => rememberProgress(progress, keys(), course.path);
const recalled = (lesson = second) => remembered(lesson, course.path);

describe('how a lesson ended is remembered', () => {
  it('with its counts, beside those that are remembered already', () => {
    expect(recalled()).toBeUndefined();
    remember(done);
    remember(failing);
    const counts = { passed: 16, total: 16, failing: 0 };
    expect(recalled()).toEqual({ lesson: second, status: 'done', ...counts, cannotRun: false });
    expect(recalled(third)).toMatchObject({ status: 'in progress', passed: 3, total: 9, failing: 1 });
  });

  it.each<[string, () => void, readonly string[]]>([
    ['an exercise', () => course.write(second.exercise, 'export const mean = 2;'), ['02', '03']],
    ['an exercise, deleted', () => course.remove(second.exercise), ['02', '03']],
    ['an exercise that no other builds on', () => course.write(third.exercise, ''), ['03']],
    ['tests', () => course.write(third.test, 'new'), ['03']],
    ['a README', () => course.write(third.readme, 'new'), []],
  ])('until something changes that it depends on: %s', (_, change, forgotten) => {
    remember(done, failing);
    change();
    const unknown = [second, third].filter((lesson) => recalled(lesson) === undefined);
    expect(unknown.map(({ number }) => number)).toEqual(forgotten);
  });

  it('and again when the change is undone', () => {
    remember(done);
    course.write(second.exercise, 'half a line');
    expect(recalled()).toBeUndefined();
    course.write(second.exercise, 'export const mean = 1;');
    expect(recalled()).toBeDefined();
  });

  it('not in a newer course', () => {
    remember(done);
    const copied = new TemporaryCourse({
      'package.json': '{ "version": "1.1.0" }',
      'src/gpu/index.ts': '',
      [second.exercise]: 'export const mean = 1;',
      [NOTES]: readFileSync(join(course.path, NOTES), 'utf8'),
    });
    expect(remembered(second, copied.path)).toBeUndefined();
    copied.dispose();
  });
});

describe('what the files do not decide is not remembered, and what was is forgotten', () => {
  beforeEach(() => remember(done, failing));

  it('a lesson that was stopped', () => {
    const [test] = failing.failed;
    if (test === undefined) throw new Error('A failed test is missing.');
    remember({ ...failing, failed: [{ ...test, failure: { ...test.failure, stopped: true } }] });
    expect(recalled(third)).toBeUndefined();
    expect(recalled()).toBeDefined();
  });

  it('a lesson that could not run at all', () => {
    remember({ ...done, status: 'in progress', trouble: { kind: 'error', sentence: 'No such package.' } });
    expect(recalled()).toBeUndefined();
  });

  it('a lesson that was saved while it ran', () => {
    const before = keys();
    course.write(second.exercise, 'export const mean = 3;');
    rememberProgress([done], before, course.path);
    expect(recalled()).toBeUndefined();
    course.write(second.exercise, 'export const mean = 1;');
    expect(recalled()).toBeUndefined();
  });
});

describe('the notes may be anything', () => {
  const entry = { key: '', status: 'done', passed: 1, total: 1, failing: 0 };
  it.each([
    ['half a file', '{ "version": 1, "lessons": { "02-mean'],
    ['nothing', ''],
    ['another thing', '[1, 2]'],
    ['null', 'null'],
    ['another version', JSON.stringify({ version: 2, lessons: { [second.name]: entry } })],
    ['no lessons', '{ "version": 1, "lessons": 3 }'],
    [
      'other words',
      JSON.stringify({ version: 1, lessons: { [second.name]: { ...entry, status: 'great' } } }),
    ],
    ['other counts', JSON.stringify({ version: 1, lessons: { [second.name]: { ...entry, passed: '1' } } })],
    ['an older key', JSON.stringify({ version: 1, lessons: { [second.name]: entry } })],
  ])('%s', (_, text) => {
    course.write(NOTES, text);
    expect(recalled()).toBeUndefined();
    remember(done);
    expect(recalled()).toBeDefined();
    expect(readdirSync(join(course.path, '.common-scale'))).toEqual(['progress.json']);
  });

  it.each(['.common-scale', NOTES])('where %s cannot be written, nothing is remembered', (file) => {
    // A file in place of the folder, or a folder in place of the file, stops everyone, the administrator too.
    if (file === NOTES) mkdirSync(join(course.path, NOTES, 'inside'), { recursive: true });
    else course.write(file, '');
    remember(done);
    expect(recalled()).toBeUndefined();
  });
});
