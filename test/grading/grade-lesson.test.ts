import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSuite, root } from '#kit/course';
import type { RunOptions, Suite, Test } from '#kit/testing';
import { buildInside } from '../../src/grading/isolation/build-inside';
import type { LessonPlan } from '../../src/grading/grade-lesson';
import { gradeSubmission } from '../../src/grading/grade-submission';
import type { CellPlan } from '../../src/grading/isolation/cell';
import { LessonMemory } from '../../src/grading/lesson-memory';
import { limitedEsbuild } from '../../src/grading/limited-esbuild';
import { usualLimits } from '../../src/grading/limits';
import type { GradingResult } from '../../src/grading/result';
import { lessonsNamed } from './class';

const lessons = lessonsNamed('02', '03');
const [centering, scaling] = lessons.map(({ name }) => name) as [string, string];
const solution = (name: string) => readFileSync(join(root, 'solutions', name, 'exercise.ts'), 'utf8');

let folder: string;
let cell: CellPlan;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'grade-lesson-'));
  Object.assign(process.env, limitedEsbuild(folder));
  const walls = { namespaces: undefined, nobody: false, leash: false, limits: false };
  cell = { walls, ...(await buildInside(folder)) };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Texts = Readonly<Record<string, string>>;

/** Grades one submission after the other, as one grader does. */
async function graded(
  each: readonly Texts[],
  changed: Partial<LessonPlan> = {},
  watched = (suite: Suite<object>) => suite,
): Promise<GradingResult[]> {
  const memory = new LessonMemory();
  const plans = await Promise.all(
    lessons.map(async (lesson) => ({
      lesson,
      suite: watched(await loadSuite(lesson)),
      // Nothing here is about the reasons of failures.
      answerKey: () => Promise.reject(new Error('There is none.')),
      secret: 'a secret',
      runs: 3,
      limits: usualLimits,
      cell,
      memory,
      ...changed,
    })),
  );
  const results: GradingResult[] = [];
  for (const texts of each) {
    const exercises = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }]));
    results.push(await gradeSubmission({ lessons: plans, seedFingerprint: '' }, { name: 'ada', exercises }));
  }
  return results;
}

/** A suite that says which of its tests begins, and how. */
function whenTestsBegin(look: (test: Test<object>, options: RunOptions) => void) {
  return (suite: Suite<object>): Suite<object> => ({
    ...suite,
    tests: suite.tests.map((test) => ({
      ...test,
      run: (implementation, options) => {
        look(test, options);
        return test.run(implementation, options);
      },
    })),
  });
}

const scoresOf = ({ lessons }: GradingResult) => lessons.map(({ score }) => score);
const testsOf = ({ lessons }: GradingResult) =>
  lessons.flatMap(({ tasks }) => tasks).flatMap(({ tests }) => tests);

it('is an error, and nobody is to blame, where no process starts', async () => {
  const nowhere = { ...cell, inside: join(folder, 'nowhere.cjs') };
  const [result] = await graded([{ [centering]: solution(centering) }], { cell: nowhere });
  expect(result).toMatchObject({ status: 'error', score: 0, maxScore: 10 });
  expect(result?.trouble).toMatch(/did not start on this machine\. Grade it again\.$/);
});

it('shows each of two who wrote the same code their own line', async () => {
  const wrong = (comment: string) =>
    solution(centering).replace('- mean', `- mean + nothing /* ${comment} */`);
  const results = await graded([{ [centering]: wrong('ada') }, { [centering]: wrong('bob') }]);
  const shown = results.map((result) => testsOf(result).find(({ failure }) => failure)?.failure?.place?.code);
  expect(shown).toEqual([expect.stringContaining('/* ada */'), expect.stringContaining('/* bob */')]);
});

it('runs the same text once, and meets every other one with other data', async () => {
  const seeds: number[] = [];
  const watched = whenTestsBegin(({ index }, { seed }) => {
    if (index === 0) seeds.push(seed);
  });
  const own = (ending: string) => ({ [centering]: `${solution(centering)}\n${ending}\n` });
  // What a comment says an exercise can read, in the words of its own errors.
  const endings = ['', '// ada', '', '// ada'];
  const results = await graded(endings.map(own), {}, watched);
  expect(results.map(scoresOf)).toEqual(endings.map(() => [4, 0]));
  expect(seeds).toHaveLength(2);
  expect(new Set(seeds).size).toBe(2);
});

it('says of a property what became of the process in the middle of it', async () => {
  const ending = `
    let calls = 0;
    export async function mean(values: Float32Array): Promise<number> {
      calls += 1;
      while (calls > 60);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    }
  `;
  const limits = { testSeconds: 1, idleSeconds: 0.5, lessonSeconds: 20 };
  const [result] = await graded([{ [centering]: ending }], { limits, runs: 100 });
  const stopped = testsOf(result!).filter(({ failure }) => failure?.stopped);
  expect(stopped).toHaveLength(1);
  expect(result?.score).toBe(0);
}, 60_000);

it('gives nobody the points that another one has from an earlier lesson of their own', async () => {
  const leaving = `${solution(centering)}\nObject.assign(globalThis, { left: true });\n`;
  const relying = `${solution(scaling)}\nif (!('left' in globalThis)) throw new Error('alone');\n`;
  const both = { [centering]: leaving, [scaling]: relying };
  const alone = { [centering]: solution(centering), [scaling]: relying };
  const results = await graded([both, alone, both]);
  expect(results.map(scoresOf)).toEqual([
    [4, 6],
    [4, 0],
    [4, 6],
  ]);
});

it('ends the process that an earlier lesson has left before it opens another', async () => {
  const counts: number[] = [];
  const watched = whenTestsBegin(() => counts.push(cells()));
  const wrong = solution(scaling).replace('Math.sqrt', 'Math.cbrt');
  const [result] = await graded([{ [centering]: solution(centering), [scaling]: wrong }], {}, watched);
  expect(scoresOf(result!)[1]).toBeLessThan(6);
  // Who is killed may take a moment.
  expect(counts.at(-1)).toBe(1);
  await expect.poll(cells).toBe(0);
});

it('waits for no answer longer because of messages that nobody asked for', async () => {
  const text = readFileSync(join(root, 'test/attacks/02-mean-centering/keeps-alive.ts'), 'utf8');
  const limits = { testSeconds: 2, idleSeconds: 0.5, lessonSeconds: 8 };
  const begun = performance.now();
  const [result] = await graded([{ [centering]: text }], { limits });
  expect(result?.score).toBe(0);
  expect((performance.now() - begun) / 1000).toBeLessThan(15);
}, 60_000);

it('says why a test was not run', async () => {
  const slowly = `
    async function slowly(): Promise<void> {
      for (let step = 0; step < 4; step++) {
        const end = performance.now() + 12;
        while (performance.now() < end);
        await new Promise((resolve) => setTimeout(resolve, 88));
      }
    }
    export async function mean(values: Float32Array): Promise<number> {
      await slowly();
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    }
    export const center = () => new Promise(() => undefined);
  `;
  const limits = { testSeconds: 5, idleSeconds: 0.5, lessonSeconds: 1.5 };
  const [result] = await graded([{ [centering]: slowly }], { limits });
  const { tasks = [] } = result?.lessons[0] ?? {};
  const notRun = tasks.flatMap(({ tests }) => tests).filter(({ status }) => status === 'not run');
  expect(notRun.length).toBeGreaterThan(0);
  expect(notRun.at(-1)?.reason).toBe('The tests before it had used up the time that a lesson has.');
  for (const { reason } of notRun) expect(reason).toMatch(/\.$/);
}, 60_000);

/** Processes that run a submission for this one. */
function cells(): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => textOf(`/proc/${pid}/cmdline`).includes(folder)).length;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
