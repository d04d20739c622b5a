import type { AnswerKey, Misconception } from '../answer-key';
import type { Implementation } from '../implementation';
import { Suspects } from './suspects';
import type { Symptom } from './symptom';

/** How much more random data a mistake has to explain. */
const MORE = 12;

/** How long, in milliseconds, a mistake that fits is looked at in other tests. */
const PATIENCE = 400;

/** How much of it decides between two mistakes in another test. */
const MORE_ELSEWHERE = 4;

/**
 * The sentence of the one known mistake that behaves as an implementation does, in all that the failing test
 * can see, and that the right one does not. Undefined where there is none, or where two still fit.
 */
export async function diagnose<Exercise extends object>(
  symptom: Symptom<Exercise>,
  learner: Implementation<Exercise>,
  key: AnswerKey,
): Promise<string | undefined> {
  const { suite, test, seed } = symptom;
  const suspects = new Suspects(symptom, learner, key);
  let fitting = await suspects.possible();
  for (const data of [...symptom.data, ...test.draw(seed, MORE)]) {
    fitting = await suspects.fitting(test, data, fitting);
  }
  if (fitting.length === 0) {
    fitting = await suspects.fittingWithHistory();
  } else {
    fitting = await confirmed(symptom, suspects, fitting);
  }
  // Perhaps they cannot be told apart here. In another test they may.
  const ofTask = (own: boolean) =>
    suite.tests.filter((each) => each !== test && (each.task === test.task) === own);
  for (const other of [...ofTask(true), ...ofTask(false)]) {
    if (sentencesOf(fitting).length <= 1) break;
    for (const data of other.draw(seed, MORE_ELSEWHERE)) {
      const left = await suspects.fitting(other, data, fitting);
      // Where none fits, the learner's code has another mistake beside this one, and the test cannot decide.
      if (left.length > 0) fitting = left;
    }
  }
  const [sentence, ...others] = sentencesOf(fitting);
  return others.length === 0 ? sentence : undefined;
}

/**
 * Those that the other tests of the task judge alike, too: on a test's own data two mistakes may agree by
 * chance. A learner waits for it, so it ends at some time; each test has its turn before one draws again.
 */
async function confirmed<Exercise extends object>(
  { suite, test, seed }: Symptom<Exercise>,
  suspects: Suspects<Exercise>,
  fitting: readonly Misconception[],
): Promise<readonly Misconception[]> {
  const end = performance.now() + PATIENCE;
  const others = suite.tests.filter((each) => each !== test && each.task === test.task);
  const turns = others.flatMap((other) =>
    other.draw(seed, MORE).map((data, round) => ({ other, data, round })),
  );
  let left = fitting;
  for (const { other, data } of turns.toSorted((one, two) => one.round - two.round)) {
    if (performance.now() > end) break;
    left = await suspects.agreeing(other, data, left);
  }
  return left;
}

function sentencesOf(misconceptions: readonly Misconception[]): string[] {
  return [...new Set(misconceptions.map(({ mistake }) => mistake))];
}
