import type { Failure, TestReport } from '#kit/testing';
import type { RunReport } from '#kit/testing/reporter';
import type { Lesson } from './lessons';

export type Status = 'not started' | 'in progress' | 'done';

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
  readonly passed: number;
  readonly total: number;
  readonly failed: readonly FailedTest[];
  /** Why the lesson could not run at all: its file is missing or cannot be read. */
  readonly trouble: string | undefined;
  /** The first exercise that still throws `todo`, perhaps one of an earlier lesson. */
  readonly missing: string | undefined;
}

/** What a run says about each lesson. A lesson is begun as soon as one of its tests is not "not started". */
export function progressOf(
  lessons: readonly Lesson[],
  report: RunReport,
  troubles: ReadonlyMap<string, string>,
): LessonProgress[] {
  return lessons.map((lesson) => {
    const tests = report.tests.filter((test) => test.lesson === lesson.name);
    const broken = report.brokenFiles.find(({ file }) => file === lesson.test);
    return lessonProgress(lesson, tests, troubles.get(lesson.name) ?? sharedTrouble(tests) ?? broken?.reason);
  });
}

function lessonProgress(
  lesson: Lesson,
  tests: readonly TestReport[],
  trouble: string | undefined,
): LessonProgress {
  const passed = tests.filter((test) => test.outcome.status === 'passed').length;
  const failed = tests.flatMap(({ task, title, outcome }) =>
    outcome.status === 'failed' ? [{ task, title, failure: outcome.failure }] : [],
  );
  const missing = tests.flatMap(({ outcome }) =>
    outcome.status === 'not started' ? [outcome.exercise] : [],
  )[0];
  const begun = trouble !== undefined || passed + failed.length > 0;
  const done = begun && trouble === undefined && passed === tests.length;
  const status = done ? 'done' : begun ? 'in progress' : 'not started';
  return { lesson, status, passed, total: tests.length, failed, trouble, missing };
}

/** Where a file cannot be loaded, every one of its tests fails with the same words. */
function sharedTrouble(tests: readonly TestReport[]): string | undefined {
  const [first] = tests;
  if (first?.outcome.status !== 'failed' || first.outcome.failure.unloadable !== true) return undefined;
  return first.outcome.failure.sentence;
}
