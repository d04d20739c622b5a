/**
 * A process that grades one submission after the other. Code of submissions runs in processes of their own; what it
 * makes of this one, with answers of a size or a kind that nobody foresaw, costs no other grader anything.
 */
import { findLesson, listLessons } from '#kit/course';
import { sampleThreadsBy } from '#kit/gpu';
import type { AnswerKey, Suite } from '#kit/testing';
import { readSolutions } from './earlier-solutions';
import { gradeSubmission, type GradingPlan } from './grade-submission';
import type { FromGrader, GraderSetup, ToGrader } from './grader-messages';
import { LessonMemory } from './lesson-memory';
import { fingerprint, samplingSeed } from './private-seed';

let plan: Promise<GradingPlan> | undefined;

process.on('message', (message: ToGrader) => {
  if (message.kind === 'set up') plan = planOf(message);
  // Where this fails, the grader ends, and whoever started it says so.
  else void plan?.then((ready) => gradeSubmission(ready, message.submission)).then(tell);
});

// Nobody is left who would hear of a result.
process.on('disconnect', () => process.exit());

function tell(result: FromGrader['result']): void {
  process.send?.({ kind: 'graded', result } satisfies FromGrader);
}

async function planOf({ lessons, secret, runs, limits, suites, cell }: GraderSetup): Promise<GradingPlan> {
  const { loadAnswerKey } = (await import(new URL('./answer-keys.js', import.meta.url).href)) as {
    loadAnswerKey: (lesson: string) => Promise<AnswerKey>;
  };
  const memory = new LessonMemory();
  sampleThreadsBy(samplingSeed(secret));
  const course = listLessons('src/course/blank');
  const graded = lessons.map((name) => {
    const lesson = findLesson(course, name);
    if (lesson === undefined) throw new RangeError(`There is no lesson ${name}.`);
    return lesson;
  });
  await readSolutions(graded);
  return {
    seedFingerprint: fingerprint(secret),
    lessons: await Promise.all(
      graded.map(async (lesson) => {
        const { default: suite } = (await import(suites[lesson.name] ?? '')) as { default: Suite<object> };
        return {
          lesson,
          suite,
          answerKey: loadAnswerKey,
          secret,
          runs,
          limits,
          cell,
          memory,
        };
      }),
    ),
  };
}
