import { gradeLesson, type LessonPlan } from './grade-lesson';
import { SharedCell } from './isolation/shared-cell';
import { endTransforming } from './limited-esbuild';
import { MachineTrouble } from './machine-trouble';
import type { GradingResult, LessonResult } from './result';
import type { Submission } from './submission';

/** What it takes to grade a submission, whoever has handed it in. */
export interface GradingPlan {
  readonly lessons: readonly LessonPlan[];
  readonly seedFingerprint: string;
}

/** Grades one submission, each lesson on its own. Knows nothing of any other, and leaves nothing behind. */
export async function gradeSubmission(plan: GradingPlan, submission: Submission): Promise<GradingResult> {
  try {
    return await resultOf(plan, submission);
  } catch (error) {
    // What the machine is to blame for may cost nobody a point.
    if (!(error instanceof MachineTrouble)) throw error;
    return resultOf(plan, { ...submission, trouble: `${error.message} Grade it again.` });
  }
}

async function resultOf(plan: GradingPlan, submission: Submission): Promise<GradingResult> {
  const { name, handedInAs, trouble, exercises } = submission;
  const lessons: LessonResult[] = [];
  const shared = new SharedCell();
  try {
    for (const lesson of plan.lessons) {
      const { name } = lesson.lesson;
      const handedIn = trouble === undefined && Object.hasOwn(exercises, name) ? exercises[name] : undefined;
      lessons.push(await gradeLesson(lesson, handedIn, shared));
    }
  } finally {
    shared.close();
    await endTransforming();
  }
  const total = (of: (lesson: LessonResult) => number) =>
    lessons.reduce((sum, lesson) => sum + of(lesson), 0);
  return {
    version: 1,
    submission: name,
    ...(handedInAs === undefined ? {} : { handedInAs }),
    status: trouble === undefined ? 'graded' : 'error',
    ...(trouble === undefined ? {} : { trouble }),
    score: total(({ score }) => score),
    maxScore: total(({ maxScore }) => maxScore),
    lessons,
    seedFingerprint: plan.seedFingerprint,
  };
}
