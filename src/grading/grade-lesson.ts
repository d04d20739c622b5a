import type { Lesson } from '#kit/course';
import { examiner, type AnswerKey, type Examine, type Outcome, type Suite, type Test } from '#kit/testing';
import { compileExercise } from './compile-exercise';
import type { CellPlan } from './isolation/cell';
import { Isolated } from './isolation/isolated';
import type { LoadableCode } from './isolation/messages';
import type { Left, SharedCell } from './isolation/shared-cell';
import type { LessonMemory } from './lesson-memory';
import { whereOthersWere, type Limits } from './limits';
import { MachineTrouble } from './machine-trouble';
import { plainFailure } from './plain-failure';
import { seedFor, type Secret } from './private-seed';
import type { LessonResult, TaskResult, TestResult } from './result';
import type { HandedIn } from './submission';
import { failureOfEnding } from './words';

/** What it takes to grade a lesson, whoever has handed it in. */
export interface LessonPlan {
  readonly lesson: Lesson;
  readonly suite: Suite<object>;
  readonly answerKey: (lesson: string) => Promise<AnswerKey>;
  /** What the random data come from. */
  readonly secret: Secret;
  /** How much random data a property sees. */
  readonly runs: number;
  readonly limits: Limits;
  readonly cell: CellPlan;
  readonly memory: LessonMemory;
}

/**
 * Grades what was handed in for a lesson. What nobody foresaw costs this lesson, and nothing else.
 * @throws MachineTrouble
 * @param shared the process that the lessons of this submission share
 */
export async function gradeLesson(
  plan: LessonPlan,
  handedIn: HandedIn | undefined,
  shared: SharedCell,
): Promise<LessonResult> {
  try {
    return await gradedOrNot(plan, handedIn, shared);
  } catch (error) {
    if (error instanceof MachineTrouble) throw error;
    return ungraded(plan, 'refused', `It could not be graded: ${String(error).slice(0, MOST_CHARACTERS)}`);
  }
}

const MOST_CHARACTERS = 500;

async function gradedOrNot(
  plan: LessonPlan,
  handedIn: HandedIn | undefined,
  shared: SharedCell,
): Promise<LessonResult> {
  if (handedIn === undefined) return ungraded(plan, 'missing');
  if ('trouble' in handedIn) return ungraded(plan, 'refused', handedIn.trouble);
  const { text } = handedIn;
  const texts = [...shared.texts, text];
  const known = plan.memory.find(plan.lesson.name, texts);
  if (known !== undefined) {
    // As when it was graded: after one that has lost points the next lesson begins anew.
    if (hasAllPoints(known)) shared.passOver(text);
    else shared.close();
    return known;
  }
  const compiled = await compileExercise(plan.lesson, text);
  if ('trouble' in compiled) return ungraded(plan, 'refused', compiled.trouble);
  const result = await gradeCode(plan, compiled, shared);
  plan.memory.keep(texts, result);
  return result;
}

async function gradeCode(plan: LessonPlan, code: LoadableCode, shared: SharedCell): Promise<LessonResult> {
  const left = shared.take();
  if (left.texts.length > 0) {
    // What goes wrong where an earlier lesson has been may be that one's fault: only points are believed there.
    const hasty = { ...plan, limits: whereOthersWere(plan.limits) };
    const result = await gradeIn(left, hasty, code, shared);
    if (hasAllPoints(result)) return result;
  }
  return gradeIn(undefined, plan, code, shared);
}

/**
 * Grades in one process, which is left to the next lesson if this one earns all of its points there, and ended if not.
 * @param left what earlier lessons have left; a new process is opened where there is none
 */
async function gradeIn(
  left: Left | undefined,
  plan: LessonPlan,
  code: LoadableCode,
  shared: SharedCell,
): Promise<LessonResult> {
  const { cell, limits, answerKey, lesson, secret } = plan;
  const isolated = await Isolated.load(cell, code, limits, answerKey, left?.cell);
  if (!(isolated instanceof Isolated)) {
    const failure = typeof isolated === 'string' ? failureOfEnding(isolated, undefined, limits) : isolated;
    return ungraded(plan, 'refused', failure.sentence);
  }
  // What an earlier lesson has left there may know this one's data.
  const texts = [...(left?.texts ?? []), code.text];
  const seeded = { ...plan, seed: seedFor(secret, lesson.name, texts) };
  let result: LessonResult | undefined;
  try {
    result = await graded(seeded, isolated, left !== undefined);
    return result;
  } finally {
    if (result !== undefined && hasAllPoints(result)) shared.leave({ cell: isolated.cell, texts });
    else isolated.stop('closed');
  }
}

/** With what decides the random data. */
type SeededPlan = LessonPlan & { readonly seed: number };

const hasAllPoints = ({ score, maxScore }: LessonResult) => score === maxScore;

/** @param untilFailure whether to stop at the first test that does not pass */
async function graded(plan: SeededPlan, isolated: Isolated, untilFailure: boolean): Promise<LessonResult> {
  const { suite } = plan;
  // Only a failure that counts is worth a reason.
  const examine = examiner(suite, untilFailure);
  const results = new Map<number, TestResult>();
  /** Tasks in which a test has ended its process: to wait as long for each of the others would help nobody. */
  const stopped = new Set<string>();
  /** Functions that are not written. Their other tests need not draw data to hear it again. */
  const notStarted = new Set<string>();
  let hasFailed = false;
  for (const test of suite.tests) {
    const { index, title, task } = test;
    const isOver = hasFailed || isolated.isOutOfTime;
    if (isOver || stopped.has(task)) {
      results.set(index, { index, title, status: 'not run', reason: isOver ? OUT_OF_TIME : STOPPED });
      continue;
    }
    if (notStarted.has(task)) {
      results.set(index, { index, title, status: 'not started' });
      continue;
    }
    if (isolated.ending !== undefined && !(await isolated.restart())) {
      stopped.add(task);
      results.set(index, { index, title, status: 'not run', reason: NOT_LOADED });
      continue;
    }
    const outcome = await outcomeOf(plan, isolated, test, examine, !untilFailure);
    if (isolated.ending !== undefined) stopped.add(task);
    if (outcome.status === 'not started' && outcome.exercise === task) notStarted.add(task);
    if (outcome.status !== 'passed' && untilFailure) hasFailed = true;
    results.set(index, resultOf(test, outcome));
  }
  return lessonResult(plan, (task) =>
    suite.tests.filter((test) => test.task === task).map(({ index }) => results.get(index)!),
  );
}

const OUT_OF_TIME = 'The tests before it had used up the time that a lesson has.';
const STOPPED = 'Another test of this function had to be stopped.';
const NOT_LOADED = 'After a test that was stopped the file did not load once more.';

/** One test, until its end or the end of its time. */
async function outcomeOf(
  { answerKey, seed, runs, limits }: SeededPlan,
  isolated: Isolated,
  test: Test<object>,
  examine: Examine<object>,
  shrink: boolean,
): Promise<Outcome> {
  let known: Outcome | undefined;
  const outcome = await isolated.within(limits, () =>
    examine(test, isolated, { seed, runs, shrink, answerKey }, (found) => {
      // A test that failed because its process ended is told so below.
      if (isolated.ending === undefined) known = found;
    }),
  );
  // What ended while the reason of a failure was looked for, changes nothing about the failure.
  if (isolated.ending === undefined || known !== undefined) return outcome;
  return { status: 'failed', failure: failureOfEnding(isolated.ending, test, limits) };
}

function resultOf({ index, title }: Test<object>, outcome: Outcome): TestResult {
  if (outcome.status !== 'failed') return { index, title, status: outcome.status };
  return { index, title, status: 'failed', failure: plainFailure(outcome.failure) };
}

function lessonResult(plan: LessonPlan, testsOf: (task: string) => TestResult[]): LessonResult {
  const tasks: TaskResult[] = plan.suite.tasks.map(({ name, points }) => {
    const tests = testsOf(name);
    const isEarned = tests.length > 0 && tests.every(({ status }) => status === 'passed');
    return { name, score: isEarned ? points : 0, maxScore: points, tests };
  });
  const tests = tasks.flatMap((task) => task.tests);
  return {
    ...heading(plan),
    status: tests.every(({ status }) => status === 'not started') ? 'not started' : 'graded',
    score: sum(tasks.map(({ score }) => score)),
    tasks,
  };
}

function ungraded(plan: LessonPlan, status: 'missing' | 'refused', trouble?: string): LessonResult {
  const result = lessonResult(plan, (task) =>
    plan.suite.tests
      .filter((test) => test.task === task)
      .map(({ index, title }) => ({ index, title, status: 'not run' })),
  );
  return { ...result, status, ...(trouble === undefined ? {} : { trouble }) };
}

function heading({ lesson, suite }: LessonPlan): Pick<LessonResult, 'lesson' | 'title' | 'maxScore'> {
  return { lesson: lesson.name, title: lesson.title, maxScore: sum(suite.tasks.map(({ points }) => points)) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
