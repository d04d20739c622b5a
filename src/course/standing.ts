import type { Lesson } from './lessons';
import type { LessonProgress, Status } from './progress';

/** Where a learner stands with one lesson: its progress in one line, without what failed and why. */
export interface Standing {
  readonly lesson: Lesson;
  readonly status: Status;
  /** Tests that pass, that there are, and that fail. */
  readonly passed: number;
  readonly total: number;
  readonly failing: number;
  /** Its file is missing or cannot be read. */
  readonly cannotRun: boolean;
}

export function standingOf({ lesson, status, passed, total, failed, trouble }: LessonProgress): Standing {
  return { lesson, status, passed, total, failing: failed.length, cannotRun: trouble !== undefined };
}

/** The lesson to work on: the first that is neither done nor adopted. None where all are. */
export function currentLesson<Progress extends { readonly status: Status }>(
  lessons: readonly Progress[],
): Progress | undefined {
  return lessons.find(({ status }) => status !== 'done' && status !== 'adopted');
}
