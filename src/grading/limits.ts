/** How long a submission's code may take. A very slow machine may be given more. */
export interface Limits {
  /**
   * Of the processor, for one test: how busy the machine is besides does not count. Where the system does not tell,
   * it is the clock, and three times as much.
   */
  readonly testSeconds: number;
  /** The same for all tests of a lesson together; of the clock, three times as much. */
  readonly lessonSeconds: number;
  /** Of the clock, for one test, while its code does nothing but wait. */
  readonly idleSeconds: number;
}

/** The slowest right lesson needs less than half of the first, and a sixth of the second. */
export const usualLimits: Limits = { testSeconds: 5, lessonSeconds: 30, idleSeconds: 2 };

/**
 * For a process in which another lesson has been: what goes wrong there is tried again in a new one, and is not worth
 * long waiting.
 */
export function whereOthersWere(limits: Limits): Limits {
  return { ...limits, testSeconds: limits.testSeconds / 4, idleSeconds: limits.idleSeconds / 2 };
}

/** The usual ones for another time of the processor for each test. */
export function limitsFor(testSeconds: number): Limits {
  const factor = testSeconds / usualLimits.testSeconds;
  return {
    testSeconds,
    lessonSeconds: factor * usualLimits.lessonSeconds,
    idleSeconds: factor * usualLimits.idleSeconds,
  };
}

/** How much random data a property sees. */
export const USUAL_RUNS = 25;
