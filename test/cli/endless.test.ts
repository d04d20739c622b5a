import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLesson, listLessons, type LessonProgress } from '#kit/course';
import type { Ended } from './run-in';
import { Sandbox } from './sandbox';

const course = new Sandbox();
afterAll(() => course.dispose());

/** So that stopping many does not take long. */
const SECONDS = 3;

/** Exercises, each endless in its own way in some functions, or the end of its process. */
const endless: Record<string, string> = {
  '01': `export { double, differences } from '#solutions/01-hello-kernel/exercise';
export async function rowSums(): Promise<Float32Array> {
  return process.abort();
}`,
  '02': `export { mean } from '#solutions/02-mean-centering/exercise';

interface Rounds {
  count: number;
}

export async function center(): Promise<Float32Array> {
  const rounds: Rounds = { count: 0 };
  for (;;) {
    try { rounds.count += 1; } catch {}
  }
}`,
  '05': `import fc from 'fast-check';
export function properties() {
  return {
    'never ends': (standardize: (values: Float32Array) => Promise<Float32Array>) =>
      fc.asyncProperty(fc.constant(1), async (value) => {
        while (value > 0) await standardize(Float32Array.of(1, 2));
      }),
  };
}`,
  '06': `export { predict } from '#solutions/06-linear-model/exercise';
export async function meanSquaredError(): Promise<number> {
  const kept: Float32Array[] = [];
  for (;;) kept.push(new Float32Array(100_000).fill(1));
}`,
  '07': `export { gradient } from '#solutions/07-gradient-step/exercise';
export async function residuals(): Promise<Float32Array> {
  for (;;) await 0;
}
export async function descend() {
  return new Promise(() => {});
}`,
  '09': `export function learningRates() {}
while (true) {}
`,
  '10': `export function cosine() {
  process.exit(0);
}
export async function oneCycle() {
  while (true) await new Promise(setImmediate);
}`,
  '11': `export { toRawUnits, toStandardUnits } from '#solutions/11-weight-tracking/exercise';
const kept: number[][] = [];
export function createTracker() {
  for (;;) kept.push(new Array(1000).fill(1));
}`,
};

const fileOf = (number: string) => findLesson(listLessons(), number)!.exercise;

let ended: Ended;
let lessons: LessonProgress[];
beforeAll(() => {
  for (const [number, text] of Object.entries(endless)) course.write(fileOf(number), text);
  ended = course.test(['--json'], { COMMON_SCALE_SECONDS: `${SECONDS}` });
  ({ lessons } = JSON.parse(ended.out) as { lessons: LessonProgress[] });
}, 180_000);

const lesson = (number: string) => lessons.find(({ lesson }) => lesson.number === number)!;

/** What is said of the tests of a task, each thing once, and where. */
const failures = (number: string, task: string) =>
  new Map(
    lesson(number)
      .failed.filter((test) => test.task === task)
      .map(({ failure }) => [failure.sentence, failure.place?.line]),
  );

describe('npm test on endless code', () => {
  it.each([
    ['a loop that catches all errors', '02', 'center', 'a loop in your code ran for 3 seconds', [9, 10]],
    ['a loop within a property', '05', 'properties', 'a loop in your code ran for 3 seconds', [6]],
    ['a loop that never lets go', '07', 'residuals', 'a loop in your code ran for 3 seconds', [3]],
    ['a Promise that nobody keeps', '07', 'descend', 'your code has waited for 3 seconds', [undefined]],
    ['a loop that waits for nothing', '10', 'oneCycle', 'your code has waited for 3 seconds', [undefined]],
    // Whichever limit comes first: memory is slow to be had on a busy machine.
    ['arrays of numbers', '06', 'meanSquaredError', /more and more memory|ran for 3 seconds/, [4]],
    ['arrays of arrays', '11', 'createTracker', /more and more memory|ran for 3 seconds/, [4]],
    ['process.abort', '01', 'rowSums', 'This test ended the whole process', [undefined]],
  ])('says so once for a whole task, and where: %s', (_, number, task, words, lines) => {
    const [[sentence, line] = [], ...others] = failures(number, task);
    expect(others).toEqual([]);
    expect(sentence).toMatch(words);
    expect(lines).toContain(line);
  });

  it('names process.exit', () => {
    expect([...failures('10', 'cosine').keys()].join()).toContain('Your code called process.exit');
  });

  it('says that a file cannot be loaded to its end', () => {
    const { trouble } = lesson('09');
    expect(trouble?.sentence).toContain('Loading this file was stopped');
    expect(trouble?.place).toMatchObject({ file: fileOf('09'), line: 2, code: 'while (true) {}' });
  });

  it('runs the tests of all other tasks', () => {
    const status = (number: string, task: string) => failures(number, task).size;
    expect(['mean'].map((task) => status('02', task))).toEqual([0]);
    expect(['double', 'differences'].map((task) => status('01', task))).toEqual([0, 0]);
    expect(['toRawUnits', 'toStandardUnits'].map((task) => status('11', task))).toEqual([0, 0]);
    expect([status('06', 'predict'), status('07', 'gradient')]).toEqual([0, 0]);
    for (const number of ['01', '02', '06', '07', '11']) expect(lesson(number).passed).toBeGreaterThan(5);
    for (const number of ['03', '04', '08', '12', '13']) {
      expect(lesson(number)).toMatchObject({ status: 'not started', failed: [] });
      expect(lesson(number).trouble).toBeUndefined();
      expect(lesson(number).total).toBeGreaterThan(0);
    }
  });

  it('keeps the page to itself', () => {
    expect(ended.code).toBe(1);
    expect(ended.err).toBe('');
    expect(ended.out).not.toMatch(/Native stack trace|GCs|vitest-pool/);
    expect((JSON.parse(ended.out) as { strayErrors: unknown[] }).strayErrors).toEqual([]);
  });

  it('reads as a page', () => {
    const { out, err } = course.test(['2'], { COMMON_SCALE_SECONDS: '1' });
    expect(err).toBe('');
    expect(out).toContain(`Lesson 02, center\n  ✗`);
    expect(out).toContain('a loop in your code ran for 1 second, and did not');
    expect(out).toContain(`where     ${fileOf('02')}:`);
    expect(out).toMatch(/Also failing\n {4}\d tests for the same reason\n/);
  });
});
