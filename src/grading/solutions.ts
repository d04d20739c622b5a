import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Lesson } from '#kit/course';
import type { GradingResult } from './result';
import type { Submission } from './submission';

/** The course's own solutions, as somebody would hand them in. */
export function solutionsAsSubmission(lessons: readonly Lesson[]): Submission {
  return {
    name: 'solutions',
    exercises: Object.fromEntries(
      lessons.map(({ name, solution }) => [name, { text: readFileSync(join(root, solution), 'utf8') }]),
    ),
  };
}

/** What keeps the solutions from all points on this machine, in a sentence; undefined where they earn them all. */
export function flawIn({ score, maxScore, lessons, trouble }: GradingResult): string | undefined {
  if (trouble !== undefined) return trouble;
  if (score === maxScore && maxScore > 0) return undefined;
  const lesson = lessons.find((each) => each.score < each.maxScore);
  const test = lesson?.tasks.flatMap(({ tests }) => tests).find(({ status }) => status !== 'passed');
  return `${lesson?.lesson}: ${lesson?.trouble ?? test?.failure?.sentence ?? `${test?.title}: ${test?.status}`}`;
}
