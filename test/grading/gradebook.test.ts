import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Gradebook, usualLimits, type GradingResult, type Submission } from '#kit/grading';
import { resultText } from '../../src/grading/formats';

let folder: string;
let gradebook: Gradebook;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradebook-'));
  gradebook = new Gradebook(folder, { lessons: [], secret: 'a secret', runs: 1, limits: usualLimits });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first: Submission = { name: 'ada', exercises: { '02-mean-centering': { text: 'first' } } };
const broken: Submission = { name: 'ada', trouble: 'The archive is broken.', exercises: {} };

const graded: GradingResult = {
  version: 1,
  submission: 'ada',
  status: 'graded',
  score: 3,
  maxScore: 4,
  lessons: [],
  seedFingerprint: '',
};
const error: GradingResult = { ...graded, status: 'error', trouble: 'The archive is broken.', score: 0 };

it('knows the result of what has been graded, and of nothing else', () => {
  expect(gradebook.resultOf(first)).toBeUndefined();
  gradebook.write(first, graded);
  expect(gradebook.resultOf(first)).toEqual(graded);
  expect(gradebook.resultOf({ ...first, exercises: {} })).toBeUndefined();
});

it('grades again what was handed in before something broken', () => {
  gradebook.write(first, graded);
  gradebook.write(broken, error);
  expect(gradebook.resultOf(broken)).toBeUndefined();
  expect(gradebook.resultOf(first)).toBeUndefined();
});

it('believes no result that another one was written over', () => {
  gradebook.write(first, graded);
  writeFileSync(join(folder, 'ada', 'result.json'), resultText(error));
  expect(gradebook.resultOf(first)).toBeUndefined();
});

it('forgets the old result before a new one is written', () => {
  gradebook.write(first, graded);
  const key = readFileSync(join(folder, 'ada', '.key'), 'utf8');
  // A score that no format can write stands for a run that is killed there.
  const unfit = { ...graded, lessons: undefined } as unknown as GradingResult;
  expect(() => gradebook.write(first, unfit)).toThrow();
  writeFileSync(join(folder, 'ada', 'result.json'), resultText(graded));
  expect(gradebook.resultOf(first)).toBeUndefined();
  writeFileSync(join(folder, 'ada', '.key'), key);
  expect(gradebook.resultOf(first)).toEqual(graded);
});
