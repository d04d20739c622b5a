import { Chalk } from 'chalk';
import { renderFailedLesson, renderFailure, type Terminal } from '#kit/pages';
import { printable } from '../printable';
import type { LessonResult, TaskResult, TestResult } from '../result';

/** As in a pipe. */
const plain: Terminal = { width: 80, colour: new Chalk({ level: 0 }) };

/** '02' of '02-mean-centering' */
export const numberOf = ({ lesson }: LessonResult) => lesson.slice(0, 2);

/**
 * What a learner would have seen: the first test that fails in detail, and the titles of the others.
 * @param tasks some of the lesson's, or all
 * @returns undefined where none of their tests fails
 */
export function failureText(
  lesson: LessonResult,
  tasks: readonly TaskResult[] = lesson.tasks,
): string | undefined {
  const failed = tasks.flatMap(({ name, tests }) =>
    tests.flatMap(({ title, failure }) => (failure === undefined ? [] : [{ task: name, title, failure }])),
  );
  if (failed.length === 0) return undefined;
  return printable(renderFailedLesson({ lesson: { number: numberOf(lesson) }, failed }, plain));
}

/** The same of one test. */
export function testText(lesson: LessonResult, { failure }: TestResult): string | undefined {
  return failure && printable(renderFailure(failure, numberOf(lesson), '', plain));
}
