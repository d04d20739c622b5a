import type { GradingResult, Limits } from '#kit/grading';

/** Less time than usual: much of what is graded here never comes to an end. */
export const shortLimits: Limits = { testSeconds: 1, idleSeconds: 1, lessonSeconds: 4 };

/** How grading a submission ended, in a sentence: what is said of it, of a lesson, or of the first test that fails. */
export function endOf({ trouble, lessons }: GradingResult): string {
  const lesson = lessons.find(({ status }) => status !== 'missing');
  const failures = lesson?.tasks.flatMap(({ tests }) => tests).flatMap(({ failure }) => failure ?? []) ?? [];
  // An attack need not be about all functions of its lesson.
  const failure = failures.find(({ lacks }) => lacks === undefined) ?? failures[0];
  return trouble ?? lesson?.trouble ?? failure?.sentence ?? lesson?.status ?? 'missing';
}
