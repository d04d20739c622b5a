import type { AnswerKey } from './answer-key';
import { callCode } from './code';
import type { RunOptions, Suite, Test } from './definition';
import { diagnose, observe, type Symptom } from './diagnosis';
import type { Failure, Outcome } from './failure';
import type { Implementation } from './implementation';

export type Examine<Exercise> = (
  test: Test<Exercise>,
  implementation: Implementation<Exercise>,
  options: RunOptions,
  /** Is told of an outcome for which a reason is to be looked for. */
  known?: (outcome: Outcome) => void,
) => Promise<Outcome>;

/**
 * Runs the tests of a suite one by one, and looks for the reason of the first failure: the one that is shown.
 * @param failed whether one has failed before
 */
export function examiner<Exercise extends object>(suite: Suite<Exercise>, failed = false): Examine<Exercise> {
  const milliseconds: number[] = [];
  return async (test, implementation, options, known) => {
    let data: readonly unknown[] = [undefined];
    const started = performance.now();
    const onCounterexample = (found: readonly unknown[]) => (data = found);
    const outcome = await test.run(implementation, { ...options, onCounterexample });
    milliseconds[test.index] = performance.now() - started;
    if (outcome.status !== 'failed' || failed) return outcome;
    failed = true;
    known?.(outcome);
    const { failure } = outcome;
    const symptom = { suite, test, kind: failure.kind, seed: options.seed, data, milliseconds };
    const reason = await reasonFor(symptom, implementation, options);
    return { ...outcome, failure: { ...failure, ...reason } };
  };
}

async function reasonFor<Exercise extends object>(
  symptom: Symptom<Exercise>,
  implementation: Implementation<Exercise>,
  { answerKey }: RunOptions,
): Promise<Pick<Failure, 'call' | 'diagnosis'>> {
  const { suite, test, seed, data } = symptom;
  // What a property was called with is on the page already.
  const call = data[0] === undefined ? await callIn(test, implementation, seed) : undefined;
  const key = await answerKey?.(suite.lesson).catch(noKey);
  const diagnosis = key && (await diagnose(symptom, implementation, key));
  return { ...(call !== undefined && { call }), ...(diagnosis !== undefined && { diagnosis }) };
}

/** The last call that a test on data of its own makes before it fails. */
async function callIn<Exercise>(
  test: Test<Exercise>,
  implementation: Implementation<Exercise>,
  seed: number,
): Promise<string | undefined> {
  const { lastCall } = await observe(test, implementation, undefined, seed);
  return lastCall && callCode(lastCall.name, lastCall.args);
}

/** A course may be handed out without its answers. */
function noKey(): AnswerKey | undefined {
  return undefined;
}
