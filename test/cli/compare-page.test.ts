import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { exercisesOf, findLesson, listLessons, root } from '#kit/course';
import { compareCode } from '#kit/course/source';
import type { CallsBeside, TimeBeside } from '#kit/testing/side-by-side';
import { agreementInWords, timeInWords } from '../../src/cli/calls-in-words';
import { renderLessonComparison } from '../../src/cli/compare-page';
import type { LessonComparison } from '../../src/cli/lesson-comparison';
import { codeWidth } from '../../src/cli/render-rows';

// What a learner reads, to the letter, but for the numbers: in test/cli/pages/.
// `npx vitest run --project kit test/cli/compare-page -u` writes them anew. Then read each one aloud.

const lesson = findLesson(listLessons(), '03')!;

/** One function in another way, one with other names, and one that is shorter and has lost its reason. */
const yours = `
export function standardDeviation(values: Float32Array): number {
  if (values.length === 0) {
    throw new RangeError('There are 0 values.');
  }
  const m: number = mean(values); // as in lesson 02
  const sum = values.reduce((total, value) => total + (value - m) * (value - m), 0);
  return Math.sqrt(sum / values.length);
}
export async function scale(column: Float32Array, by: number): Promise<Float32Array> {
  if (column.length === 0) throw new RangeError('0');
  const divisor = by === 0 ? 1 : by;
  const kernel = gpu.createKernel(
    function (entries: number[], d: number) { return entries[this.thread.x] / d; },
    { output: [column.length] },
  );
  return kernel(column, divisor);
}
export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(centered));
}`;

const time: TimeBeside = {
  yours: 4.2,
  solution: 2.1,
  unit: 'microseconds',
  longer: 0.97,
  calls: 1200,
  numbers: [2, 21],
};
const calls: CallsBeside = {
  exercise: 'standardize',
  call: 'standardize',
  kind: 'call',
  calls: 2345,
  refused: 2,
  differing: 0,
  apart: 0,
  notWritten: false,
  time,
};

async function comparisonAt(width: number): Promise<LessonComparison> {
  const solution = readFileSync(join(root, lesson.solution), 'utf8');
  const codes = await compareCode({ yours, solution }, exercisesOf(lesson), width);
  return {
    lesson,
    isDone: true,
    seed: 7,
    trouble: null,
    exercises: codes.map((code) => ({
      ...code,
      calls: [{ ...calls, exercise: code.exercise, call: code.exercise }],
    })),
  };
}

describe('the page of a comparison', () => {
  it.each([60, 80, 120])('at %i columns', async (columns) => {
    const terminal = { width: Math.min(columns, 100), columns, colour: new Chalk({ level: 0 }) };
    const page = renderLessonComparison(await comparisonAt(codeWidth(terminal)), terminal);
    expect(page.split('\n').filter((line) => line.length > columns)).toEqual([]);
    await expect(`${page}\n`).toMatchFileSnapshot(`pages/compare-at-${columns}.txt`);
  });

  it('says why nothing was measured, and how to go on before the lesson is done', async () => {
    const terminal = { width: 80, columns: 80, colour: new Chalk({ level: 0 }) };
    const comparison = await comparisonAt(codeWidth(terminal));
    const page = renderLessonComparison(
      { ...comparison, isDone: false, trouble: 'It has no end.' },
      terminal,
    );
    expect(page).toContain('Nothing could be measured: It has no end.');
    expect(page).toContain('and write it your way');
  });
});

describe('calls in words', () => {
  it.each<[Partial<CallsBeside>, string]>([
    [{}, 'the same in 2,345 calls, to the last digit'],
    [
      { apart: 9.4e-8 },
      'the same in 2,345 calls, but for float32 rounding: at most 9.4e-8 of the largest number',
    ],
    [
      { differing: 12, apart: 0.034 },
      'not the same in 12 of 2,345 calls, by up to 3.4 % of the largest number that came back',
    ],
    [{ differing: 1, apart: null, calls: 1 }, 'not the same in 1 of 1 call'],
    [{ kind: 'verdict', calls: 24 }, '24 verdicts on right and wrong implementations, all the same'],
    [
      { kind: 'verdict', calls: 24, differing: 2, apart: null },
      'not the same in 2 of 24 verdicts on right and wrong implementations',
    ],
    [{ calls: 0, notWritten: true }, 'yours is not written yet'],
    [{ calls: 0 }, 'no call of yours came to an end'],
  ])('%j', (given, words) => {
    expect(agreementInWords({ ...calls, ...given })).toBe(words);
  });

  it.each<[Partial<TimeBeside>, string]>([
    [
      {},
      'yours 4.2 µs, the solution 2.1 µs: yours takes 2.0 times as long (middle half of 1,200 calls with 2 to 21 numbers)',
    ],
    [
      { yours: 2.1, solution: 4.2, longer: 0.1 },
      'yours 2.1 µs, the solution 4.2 µs: the solution takes 2.0 times as long',
    ],
    [{ longer: 0.6 }, 'yours 4.2 µs, the solution 2.1 µs: now the one is faster, now the other'],
    [{ solution: 4 }, 'yours 4.2 µs, the solution 4 µs: about the same'],
    [{ yours: 0.4, solution: 0.2 }, 'less than 1 µs on both sides'],
    [{ yours: 21_000, solution: 9_500, calls: 3 }, 'yours 21 ms, the solution 9.5 ms: too few calls to tell'],
    [
      { calls: 1, numbers: [1, 1] },
      'yours 4.2 µs, the solution 2.1 µs: too few calls to tell (1 call with 1 number)',
    ],
  ])('%j', (given, words) => {
    expect(timeInWords({ ...time, ...given }, 'call')).toContain(words);
  });
});
