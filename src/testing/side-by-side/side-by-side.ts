import { withoutChecks } from '#kit/gpu';
import type { LoadAnswerKey } from '../answer-key';
import type { Suite } from '../definition';
import type { CallsBeside } from './tally';
import { Turns } from './turns';

/** Two modules with the functions of one lesson. */
export interface Sides {
  readonly yours: object;
  readonly solution: object;
}

export interface SideBySideOptions {
  /** Decides all random data. */
  readonly seed: number;
  readonly answerKey?: LoadAnswerKey;
  /** How long times are measured, in milliseconds; twice as long where a function has hardly been called. */
  readonly measuring?: number;
  /** Called before a test runs, with its exercise. */
  readonly onTest?: (exercise: string) => void;
}

/** How long, in milliseconds, the first calls may take, which compile kernels and show how far results agree. */
const FIRST = 1_200;

/** How long times are then measured. */
const MEASURING = 800;

/**
 * Runs the tests of a suite on two implementations in turns, in this process, on the same data, and tells how
 * far they agree and how long a call takes. Only the calls are timed; what they do within belongs to them, but
 * for functions of the test's own. The result has an entry for each function, in the order of the suite.
 */
export function sideBySide<Exercise extends object>(
  suite: Suite<Exercise>,
  sides: Sides,
  options: SideBySideOptions,
): Promise<CallsBeside[]> {
  // A second look at each kernel would be timed, too.
  return withoutChecks(async () => {
    const turns = new Turns(suite, sides, options);
    await turns.first(performance.now() + FIRST);
    await turns.measure(performance.now(), options.measuring ?? MEASURING);
    return turns.result();
  });
}
