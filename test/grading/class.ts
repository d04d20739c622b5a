import { findLesson, listLessons, type Lesson } from '#kit/course';
import {
  openClassroom,
  solutionsAsSubmission,
  usualLimits,
  type Classroom,
  type GradingOptions,
  type GradingResult,
  type Submission,
} from '#kit/grading';
import { bundleOf } from '../cli/bundle-of';

export const SECRET = 'nobody knows';

/** A classroom as the command opens it, and on what the command has built. */
export function openClass(
  options: Pick<GradingOptions, 'lessons'> & Partial<GradingOptions>,
): Promise<Classroom> {
  const rooms = `${bundleOf('grade')}/`;
  return openClassroom({ secret: SECRET, runs: 10, limits: usualLimits, ...options }, rooms);
}

/** Grades all submissions. @returns their results by name */
export async function graded(
  classroom: Classroom,
  submissions: readonly Submission[],
  jobs = 2,
): Promise<ReadonlyMap<string, GradingResult>> {
  const results = new Map<string, GradingResult>();
  await classroom.grade(submissions, jobs, {
    onBegun: () => undefined,
    onGraded: (result) => results.set(result.submission, result),
  });
  return results;
}

export function lessonsNamed(...numbers: readonly string[]): Lesson[] {
  const all = listLessons('src/course/blank');
  return numbers.flatMap((number) => findLesson(all, number) ?? []);
}

/** The solutions of these lessons, with a text in place of one of them. */
export function withExercise(
  name: string,
  lessons: readonly Lesson[],
  wrong: Record<string, string>,
): Submission {
  const { exercises } = solutionsAsSubmission(lessons);
  return {
    name,
    exercises: {
      ...exercises,
      ...Object.fromEntries(Object.entries(wrong).map(([lesson, text]) => [lesson, { text }])),
    },
  };
}
