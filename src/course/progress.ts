import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Failure, Table, TestReport } from '#kit/testing';
import type { RunReport } from '#kit/testing/reporter';
import { isAdopted } from './exercise-state';
import type { Lesson } from './lessons';
import { withWhereabouts } from './missing-export';
import { root } from './root';

/** Adopted: everything passes, but the solution was taken over. */
export type Status = 'not started' | 'in progress' | 'adopted' | 'done';

/** A failed test with its place in the lesson. */
export interface FailedTest {
  readonly task: string;
  readonly title: string;
  readonly failure: Failure;
}

/** How far a learner has come with one lesson, as its tests tell. */
export interface LessonProgress {
  readonly lesson: Lesson;
  readonly status: Status;
  /** Names of its exercises, in order; empty where the tests could not be read. */
  readonly tasks: readonly string[];
  readonly passed: number;
  readonly total: number;
  readonly failed: readonly FailedTest[];
  /** Why the lesson could not run at all: its file is missing or cannot be read. */
  readonly trouble: Failure | undefined;
  /** The first exercise that still throws `todo`, perhaps one of an earlier lesson. */
  readonly missing: string | undefined;
  /** All of them, in the order of their tests. */
  readonly notWritten: readonly string[];
  /** What its tests show, though they pass. */
  readonly table: Table | undefined;
}

/** What a run says about each lesson. A lesson is begun as soon as one of its tests is not "not started". */
export function progressOf(
  lessons: readonly Lesson[],
  report: RunReport,
  troubles: ReadonlyMap<string, Failure>,
): LessonProgress[] {
  return lessons.map((lesson) => {
    const tests = report.tests.filter((test) => test.lesson === lesson.name);
    const broken = report.brokenFiles.find(({ file }) => file === lesson.test);
    const trouble =
      troubles.get(lesson.name) ??
      unloadable(tests) ??
      (broken && { kind: 'error', sentence: broken.reason, place: { file: broken.file } });
    return lessonProgress(lesson, tests, trouble && located(trouble));
  });
}

function lessonProgress(
  lesson: Lesson,
  tests: readonly TestReport[],
  trouble: Failure | undefined,
): LessonProgress {
  const passed = tests.filter((test) => test.outcome.status === 'passed').length;
  const failed = tests.flatMap(({ task, title, outcome }) =>
    outcome.status === 'failed'
      ? [{ task, title, failure: located(withPlace(withWhereabouts(outcome.failure, lesson), lesson, task)) }]
      : [],
  );
  const notWritten = [
    ...new Set(tests.flatMap(({ outcome }) => (outcome.status === 'not started' ? [outcome.exercise] : []))),
  ];
  const [missing] = notWritten;
  const begun = trouble !== undefined || passed + failed.length > 0;
  const done = begun && trouble === undefined && passed === tests.length;
  const passing = isAdopted(lesson) ? 'adopted' : 'done';
  const status = done ? passing : begun ? 'in progress' : 'not started';
  const tasks = [...new Set(tests.map((test) => test.task))];
  const table = tests
    .flatMap(({ outcome }) => (outcome.status === 'passed' ? (outcome.table ?? []) : []))
    .at(-1);
  return { lesson, status, tasks, passed, total: tests.length, failed, trouble, missing, notWritten, table };
}

/** Where a file cannot be loaded, every one of its tests fails with the same words. */
function unloadable([first]: readonly TestReport[]): Failure | undefined {
  if (first?.outcome.status !== 'failed') return undefined;
  return first.outcome.failure.unloadable === true ? first.outcome.failure : undefined;
}

/** A check that does not hold names no line: then it is the one in which the exercise begins. */
function withPlace(failure: Failure, { exercise }: Lesson, task: string): Failure {
  if (failure.place !== undefined || failure.kind !== 'mismatch') return failure;
  const declaration = new RegExp(`^export (?:async )?(?:function|const) ${task}\\b`);
  const line = linesOf(exercise).findIndex((text) => declaration.test(text));
  return line === -1 ? failure : { ...failure, place: { file: exercise, line: line + 1 } };
}

/** The failure with its place as a learner would write it: the path within the course, and the line itself. */
export function located(failure: Failure): Failure {
  if (failure.place === undefined) return failure;
  const { file, line } = failure.place;
  const code = failure.place.code ?? lineOf(file, line);
  return {
    ...failure,
    place: {
      ...failure.place,
      file: relative(root, resolve(root, file)),
      ...(code === undefined ? {} : { code }),
    },
  };
}

function lineOf(file: string, line: number | undefined): string | undefined {
  return line === undefined ? undefined : linesOf(file)[line - 1]?.trim();
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(resolve(root, file), 'utf8').split('\n');
  } catch {
    return [];
  }
}
