import type { AnswerKey, Misconception } from '../answer-key';
import type { Implementation } from '../implementation';
import { Suspects } from './suspects';
import type { Symptom } from './symptom';

/** How much more random data a mistake has to explain. */
const MORE = 12;

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
    // On a test's own data two mistakes may agree by chance.
    for (const other of suite.tests) {
      if (other === test || other.task !== test.task) continue;
      for (const data of other.draw(seed, MORE)) fitting = await suspects.agreeing(other, data, fitting);
    }
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

function sentencesOf(misconceptions: readonly Misconception[]): string[] {
  return [...new Set(misconceptions.map(({ mistake }) => mistake))];
}
