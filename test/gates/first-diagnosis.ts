import { diagnose, direct, type AnswerKey, type Suite } from '#kit/testing';

/** What a learner with this code would be told at the first test that fails. */
export interface FirstDiagnosis {
  readonly title: string;
  readonly sentence: string | undefined;
  readonly milliseconds: number;
}

export async function firstDiagnosis(
  suite: Suite<object>,
  module: object,
  key: AnswerKey,
  seed: number,
): Promise<FirstDiagnosis | undefined> {
  const implementation = direct(module);
  const times: number[] = [];
  for (const test of suite.tests) {
    let data: readonly unknown[] = [undefined];
    const begun = performance.now();
    const outcome = await test.run(implementation, { seed, onCounterexample: (found) => (data = found) });
    times.push(performance.now() - begun);
    if (outcome.status !== 'failed') continue;
    const started = performance.now();
    const symptom = { suite, test, kind: outcome.failure.kind, seed, data, milliseconds: times };
    const sentence = await diagnose(symptom, implementation, key);
    return { title: test.title, sentence, milliseconds: performance.now() - started };
  }
  return undefined;
}
