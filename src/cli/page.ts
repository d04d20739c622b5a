import type { LessonProgress } from '#kit/course';
import type { Failure } from '#kit/testing';

/** What `npm test` found, ready to be shown. */
export interface Page {
  readonly lessons: readonly LessonProgress[];
  /** True when only some lessons were asked for. */
  readonly partial: boolean;
  /** True when only one case of one test ran again. */
  readonly replayed: boolean;
  readonly backend: string;
  /** Errors outside of every test. */
  readonly strayErrors: readonly Failure[];
  /** Lines that exercises have printed. */
  readonly printed: readonly string[];
}

/** True when something begun is wrong. */
export function isRed({ lessons, strayErrors }: Page): boolean {
  return (
    strayErrors.length > 0 ||
    lessons.some((lesson) => lesson.trouble !== undefined || lesson.failed.length > 0)
  );
}
