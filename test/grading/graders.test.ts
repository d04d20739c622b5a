import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualLimits, type GradingResult, type Submission } from '#kit/grading';
import type { GraderSetup } from '../../src/grading/grader-messages';
import { gradeAll, type GradingListener } from '../../src/grading/graders';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'graders-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Grades at once, but for submissions that are called otherwise. */
const GRADER = `
  import { existsSync, writeFileSync } from 'node:fs';
  const slow = process.argv[1] + '.slow';
  process.on('disconnect', () => process.exit());
  process.on('message', async ({ kind, submission }) => {
    if (kind !== 'grade') return;
    const { trouble, name } = submission;
    if (name === 'slow') return writeFileSync(slow, String(process.pid));
    while (name === 'full' && !existsSync(slow)) await new Promise((resolve) => setTimeout(resolve, 10));
    if (name === 'ends' && trouble === undefined) process.exit();
    process.send({ kind: 'graded', result: { ...submission, submission: name } });
  });
`;

const setup: GraderSetup = {
  kind: 'set up',
  lessons: ['02-mean-centering'],
  secret: 'a secret',
  runs: 1,
  limits: usualLimits,
  suites: {},
  cell: {
    walls: { namespaces: undefined, nobody: false, leash: false, limits: false },
    inside: '',
    readable: [],
    folder: '',
  },
};

function gradedBy(
  program: string,
  submissions: readonly Submission[],
  onGraded: GradingListener['onGraded'],
  jobs = 2,
): Promise<void> {
  const file = join(folder, 'grader.mjs');
  writeFileSync(file, program);
  return gradeAll(
    submissions,
    { program: file, environment: {}, setup, jobs },
    { onBegun: () => undefined, onGraded: (result, submission) => onGraded(result, submission) },
  );
}

const submissionOf = (name: string): Submission => ({ name, exercises: {} });

it('what a listener cannot take ends every grader, and nobody is graded after that', async () => {
  const graded: string[] = [];
  const failed = gradedBy(GRADER, ['slow', 'first', 'full', 'never'].map(submissionOf), (result) => {
    if (result.submission === 'full') throw new Error('The disk is full.');
    graded.push(result.submission);
  });
  await expect(failed).rejects.toThrow('The disk is full.');
  expect(graded).toEqual(['first']);
  const pid = Number(readFileSync(join(folder, 'grader.mjs.slow'), 'utf8'));
  await expect.poll(() => isAlive(pid)).toBe(false);
});

it('a submission that ends its graders is an error, as whoever handed it in called it', async () => {
  const results: GradingResult[] = [];
  const ends: Submission = { name: 'ends', handedInAs: 'ends!', exercises: {} };
  await gradedBy(GRADER, [ends, submissionOf('next')], (result) => results.push(result), 1);
  expect(results).toMatchObject([
    {
      submission: 'ends',
      handedInAs: 'ends!',
      trouble: expect.stringMatching(/^Grading it ended the grader/),
    },
    { submission: 'next' },
  ]);
});

it('says so where no grader runs at all', async () => {
  const failed = gradedBy('process.exit();', [submissionOf('ada')], () => undefined);
  await expect(failed).rejects.toThrow('No grader');
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
