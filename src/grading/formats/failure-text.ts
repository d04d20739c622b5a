import { Chalk } from 'chalk';
import { indented, renderFailedLesson, renderFailure, type Terminal } from '#kit/pages';
import { printable } from '../printable';
import type { LessonResult, TaskResult, TestResult } from '../result';

/** As in a pipe. */
const plain: Terminal = { width: 80, colour: new Chalk({ level: 0 }) };

/** '02' of '02-mean-centering' */
export const numberOf = ({ lesson }: LessonResult) => lesson.slice(0, 2);

/**
 * What a learner would have seen: the first test that fails in detail, and the titles of the others; then those that
 * were not run.
 * @param tasks some of the lesson's, or all
 * @returns undefined where there is nothing to say
 */
export function failureText(
  lesson: LessonResult,
  tasks: readonly TaskResult[] = lesson.tasks,
): string | undefined {
  const failed = tasks.flatMap(({ name, tests }) =>
    tests.flatMap(({ title, failure }) => (failure === undefined ? [] : [{ task: name, title, failure }])),
  );
  const texts = [
    ...(failed.length === 0
      ? []
      : [renderFailedLesson({ lesson: { number: numberOf(lesson) }, failed }, plain)]),
    ...notRunTexts(tasks),
  ];
  return texts.length === 0 ? undefined : printable(texts.join('\n\n'));
}

/** Tests that were not run for a reason of their own, by these. */
function notRunTexts(tasks: readonly TaskResult[]): string[] {
  const titles = new Map<string, string[]>();
  for (const { title, reason } of tasks.flatMap(({ tests }) => tests)) {
    if (reason !== undefined) titles.set(reason, [...(titles.get(reason) ?? []), title]);
  }
  return [...titles].map(([reason, of]) =>
    [indented(plain, '  ', `Not run. ${reason}`), ...of.map((title) => indented(plain, '  ○ ', title))].join(
      '\n',
    ),
  );
}

/** The same of one test. */
export function testText(lesson: LessonResult, { failure }: TestResult): string | undefined {
  return failure && printable(renderFailure(failure, numberOf(lesson), '', plain));
}
