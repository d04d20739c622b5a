import type { Classroom } from '../grade-class';
import type { GradingOptions } from '../grader-messages';
import type { GradingResult, LessonResult } from '../result';
import type { Submission } from '../submission';

/** How a submission is graded for which somebody waits. */
export interface GradingInTime {
  readonly options: Pick<GradingOptions, 'lessons'>;
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
  const known = trouble === undefined ? together(submission, graded, options.lessons) : graded.get(name);
  if (known !== undefined) return known;
  const reason = [...graded.values()].find((result) => result.trouble !== undefined)?.trouble;
  const late = `Grading took longer than ${seconds} seconds. ${ADVICE}`;
  const result = await errorOf(classroom, { ...submission, trouble: trouble ?? reason ?? late });
  if (result === undefined) throw new Error('The grader said nothing about the submission.');
  return result;
}

/** What a grader says of a submission with a trouble takes it no time. */
async function errorOf(
  classroom: Pick<Classroom, 'grade'>,
  submission: Submission,
): Promise<GradingResult | undefined> {
  let known: GradingResult | undefined;
  const onGraded = (result: GradingResult) => (known = result);
  await classroom.grade([submission], 1, { onBegun: () => undefined, onGraded });
  return known;
}

/**
 * @param graded by the name of the lesson
 * @returns undefined where none of them could be graded
 */
function together(
  { name, handedInAs }: Submission,
  graded: ReadonlyMap<string, GradingResult>,
  names: readonly string[],
): GradingResult | undefined {
  const any = [...graded.values()].find(({ status }) => status === 'graded');
  if (any === undefined) return undefined;
  const lessons = names.flatMap((lesson) => {
    const own = graded.get(lesson);
    if (own?.status === 'graded') return lessonOf(own, lesson) ?? [];
    return ungraded(lessonOf(any, lesson), own?.trouble ?? OUT_OF_TIME);
  });
  const total = (of: (lesson: LessonResult) => number) =>
    lessons.reduce((sum, lesson) => sum + of(lesson), 0);
  return {
    ...any,
    submission: name,
    ...(handedInAs === undefined ? {} : { handedInAs }),
    score: total(({ score }) => score),
    maxScore: total(({ maxScore }) => maxScore),
    lessons,
  };
}

const ADVICE = 'Does every loop end? npm test shows which one does not.';
const OUT_OF_TIME = `There was no time left to grade this lesson. ${ADVICE}`;

function lessonOf({ lessons }: GradingResult, name: string): LessonResult | undefined {
  return lessons.find(({ lesson }) => lesson === name);
}

/** A lesson that came to no result, made of another result, in which it was not handed in. */
function ungraded(lesson: LessonResult | undefined, trouble: string): LessonResult[] {
  return lesson === undefined ? [] : [{ ...lesson, status: 'refused', trouble }];
}
