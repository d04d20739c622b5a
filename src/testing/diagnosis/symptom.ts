import type { Suite, Test } from '../definition';
import type { Failure } from '../failure';

/** A failing test, and the data on which it was seen to fail. */
export interface Symptom<Exercise> {
  readonly suite: Suite<Exercise>;
  readonly test: Test<Exercise>;
  readonly kind: Failure['kind'];
  readonly seed: number;
  /** The smallest, and the first; for an example, which has none, `undefined` alone. */
  readonly data: readonly unknown[];
  /** How long the tests took that ran before it, by their index. */
  readonly milliseconds: readonly number[];
}
