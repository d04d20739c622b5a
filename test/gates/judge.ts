import type { Lesson } from '#kit/course';
import {
  findLesson,
  listLessons,
  listMisconceptions,
  loadAnswerKey,
  loadMisconception,
  loadModule,
  loadSuite,
} from '#kit/course';
import {
  direct,
  standIn,
  type Implementation,
  type Misconception,
  type Outcome,
  type Suite,
} from '#kit/testing';

/** The two ways in which a suite meets an implementation: in its own process, and as if in another. */
export const ways = {
  directly: (module: object): Implementation<object> => direct(module),
  'through the stand-in': (module: object): Implementation<object> => standIn(module),
};

export type Way = keyof typeof ways;

/** How each test of a suite ended on one implementation, in the suite's order. */
export interface Verdict {
  readonly title: string;
  readonly outcome: Outcome;
}

/** @param until stop after the first verdict for which this holds; nobody looks at its data then */
export async function judge(
  suite: Pick<Suite<object>, 'tests'>,
  module: object,
  way: Way,
  seed: number,
  until?: (verdict: Verdict) => boolean,
): Promise<Verdict[]> {
  const implementation = ways[way](module);
  const verdicts: Verdict[] = [];
  for (const test of suite.tests) {
    const verdict = {
      title: test.title,
      outcome: await test.run(implementation, {
        seed,
        answerKey: loadAnswerKey,
        shrink: until === undefined,
      }),
    };
    verdicts.push(verdict);
    if (until?.(verdict)) break;
  }
  return verdicts;
}

/** Whether a test saw something wrong: in the numbers or in a kernel, not merely code that throws. */
export function isCaught({ outcome }: Verdict): boolean {
  return outcome.status === 'failed' && outcome.failure.kind !== 'error';
}

/** The failures in words, for the message of a gate that does not hold. */
export function failures(verdicts: readonly Verdict[]): string[] {
  return verdicts.flatMap(({ title, outcome }) =>
    outcome.status === 'failed' ? [`${title}: ${JSON.stringify(outcome.failure)}`] : [],
  );
}

/** Everything that the gates need of one lesson. */
export interface Shelves {
  readonly suite: Suite<object>;
  readonly solution: object;
  readonly blank: object;
  readonly misconceptions: readonly Misconception[];
}

/** All lessons; with LESSON=04 in the environment only one, for whoever writes it. */
export function lessonsToJudge(): Lesson[] {
  const lessons = listLessons();
  const { LESSON } = process.env;
  return LESSON === undefined ? lessons : lessons.filter((lesson) => lesson === findLesson(lessons, LESSON));
}

/**
 * The lesson with the folder of what its tests must catch. In lesson 05 the learner writes the tests, and the
 * misconceptions of lesson 03 judge them: what must be caught there are weak properties.
 */
export function withMistakes(lesson: Lesson): Lesson {
  return lesson.number === '05' ? { ...lesson, misconceptions: 'test/weak-properties' } : lesson;
}

export async function loadShelves(found: Lesson): Promise<Shelves> {
  const lesson = withMistakes(found);
  const names = listMisconceptions(lesson);
  return {
    suite: await loadSuite(lesson),
    solution: await loadModule(lesson.solution),
    blank: await loadModule(lesson.blank),
    misconceptions: await Promise.all(names.map((name) => loadMisconception(lesson, name))),
  };
}
