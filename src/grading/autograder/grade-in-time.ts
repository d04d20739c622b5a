import type { Classroom } from '../grade-class';
import type { GradingOptions } from '../grader-messages';
import { fingerprint } from '../private-seed';
import type { GradingResult, LessonResult } from '../result';
import type { Submission } from '../submission';

/** How a submission is graded for which somebody waits. */
export interface GradingInTime {
  readonly options: Pick<GradingOptions, 'lessons' | 'secret'>;
  readonly jobs: number;
  /** Until grading has to have come to an end. */
  readonly seconds: number;
}

/**
 * Grades one submission where the time is limited. Each lesson is graded by itself: what is graded when the time
 * is up counts, and the others say that there was none left. A lesson that ends its grader ends no other.
 */
export async function gradeInTime(
  classroom: Pick<Classroom, 'grade'>,
  submission: Submission,
  { options, jobs, seconds }: GradingInTime,
): Promise<GradingResult> {
  const { name, trouble, exercises } = submission;
  const alone = (lesson: string): Submission => {
    const exercise = Object.hasOwn(exercises, lesson) ? exercises[lesson] : undefined;
    return { name: lesson, exercises: exercise === undefined ? {} : { [lesson]: exercise } };
  };
  const graded = new Map<string, GradingResult>();
  const onGraded = (result: GradingResult) => graded.set(result.submission, result);
  const end = AbortSignal.timeout(seconds * 1000);
  try {
    const parts = trouble === undefined ? options.lessons.map(alone) : [submission];
    await classroom.grade(parts, jobs, { onBegun: () => undefined, onGraded }, end);
  } catch (error) {
    if (!end.aborted) throw error;
  }
  if (trouble !== undefined) return graded.get(name) ?? nothingGraded(submission, trouble, options);
  return together(submission, graded, { options, jobs, seconds });
}

/** @param graded by the name of the lesson */
function together(
  submission: Submission,
  graded: ReadonlyMap<string, GradingResult>,
  { options, seconds }: GradingInTime,
): GradingResult {
  const results = [...graded.values()];
  const any = results.find(({ lessons }) => lessons.length > 0);
  if (any === undefined) {
    const trouble = results[0]?.trouble ?? `Grading took longer than ${seconds} seconds. ${ADVICE}`;
    return nothingGraded(submission, trouble, options);
  }
  const lessons = options.lessons.flatMap((lesson) => {
    const own = graded.get(lesson);
    return lessonOf(own, lesson) ?? ungraded(lessonOf(any, lesson), own?.trouble ?? OUT_OF_TIME);
  });
  const total = (of: (lesson: LessonResult) => number) =>
    lessons.reduce((sum, lesson) => sum + of(lesson), 0);
  return {
    ...any,
    submission: submission.name,
    score: total(({ score }) => score),
    maxScore: total(({ maxScore }) => maxScore),
    lessons,
  };
}

const ADVICE = 'Does every loop end? npm test shows which one does not.';
const OUT_OF_TIME = `There was no time left to grade this lesson. ${ADVICE}`;

function lessonOf(result: GradingResult | undefined, name: string): LessonResult | undefined {
  return result?.lessons.find(({ lesson }) => lesson === name);
}

/** A lesson that came to no result, made of another result, in which it was not handed in. */
function ungraded(lesson: LessonResult | undefined, trouble: string): LessonResult[] {
  return lesson === undefined ? [] : [{ ...lesson, status: 'refused', trouble }];
}

function nothingGraded(
  { name }: Submission,
  trouble: string,
  { secret }: GradingInTime['options'],
): GradingResult {
  return {
    version: 1,
    submission: name,
    status: 'error',
    trouble,
    score: 0,
    maxScore: 0,
    lessons: [],
    seedFingerprint: fingerprint(secret),
  };
}
