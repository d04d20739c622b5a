import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#kit/course';
import {
  openClassroom,
  type Classroom,
  type GradingOptions,
  type GradingResult,
  type Submission,
} from '#kit/grading';

/** Less time than usual: what does not end is to be ended soon. */
const limits = { testSeconds: 1.5, idleSeconds: 1, lessonSeconds: 6 };

/** A classroom as the command opens it, and on what the command has built. */
export function openClass(
  options: Pick<GradingOptions, 'lessons'> & Partial<GradingOptions>,
): Promise<Classroom> {
  execFileSync(process.execPath, ['src/cli/run.mjs', 'grade', '--help'], { cwd: root, stdio: 'ignore' });
  const rooms = join(root, '.common-scale/grade/');
  return openClassroom({ secret: 'nobody knows', runs: 10, limits, ...options }, rooms);
}

/** Grades all submissions, two at a time. @param onGraded hears of each when it is done */
export async function gradeAll(
  classroom: Classroom,
  submissions: readonly Submission[],
  onGraded: (result: GradingResult) => void = () => undefined,
): Promise<ReadonlyMap<string, GradingResult>> {
  const results = new Map<string, GradingResult>();
  await classroom.grade(submissions, 2, {
    onBegun: () => undefined,
    onGraded: (result) => {
      results.set(result.submission, result);
      onGraded(result);
    },
  });
  return results;
}

/** How grading a submission ended, in a sentence: what is said of it, of a lesson, or of the first test that fails. */
export function endOf({ trouble, lessons }: GradingResult): string {
  const lesson = lessons.find(({ status }) => status !== 'missing');
  const failures = lesson?.tasks.flatMap(({ tests }) => tests).flatMap(({ failure }) => failure ?? []) ?? [];
  // An attack need not be about all functions of its lesson.
  const failure = failures.find(({ lacks }) => lacks === undefined) ?? failures[0];
  return trouble ?? lesson?.trouble ?? failure?.sentence ?? lesson?.status ?? 'missing';
}
