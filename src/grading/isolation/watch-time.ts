import type { Limits } from '../limits';
import type { Cell } from './cell';

/** How often somebody looks, in milliseconds. */
const PERIOD = 100;

/** How busy a machine may be before its clock counts, where nobody knows the time of the processor, too. */
const CLOCK = 3;

/** Of the clock, however busy the machine: so many times what a test may use of the processor. */
const LONGEST = 12;

/** What a cell has used, in seconds. */
export interface TimeUsed {
  /** Of the processor, and in waiting for nothing. */
  readonly seconds: number;
  /** Of the clock. */
  readonly clock: number;
}

/** Whether that is what all tests of a lesson have together. */
export function isUsedUp({ seconds, clock }: TimeUsed, { lessonSeconds }: Limits): boolean {
  return seconds > lessonSeconds || clock > CLOCK * lessonSeconds;
}

/**
 * Watches how long a cell takes for what it is doing.
 * @param tooLong called once
 * @returns a function that ends the watch
 */
export function watchTime(
  cell: Pick<Cell, 'usage' | 'answers'>,
  limits: Limits,
  tooLong: () => void,
): () => TimeUsed {
  const begun = performance.now();
  const before = cell.usage?.processorSeconds ?? 0;
  let used = 0;
  let answers = cell.answers;
  let idle = 0;
  let waited = 0;
  const clock = () => (performance.now() - begun) / 1000;
  const look = () => {
    const seconds = clock();
    const { usage } = cell;
    const now = usage === undefined ? seconds / CLOCK : usage.processorSeconds - before;
    // What comes unasked is no sign that an answer will.
    const moves = now > used || cell.answers > answers || usage?.isIdle === false;
    idle = moves ? 0 : idle + PERIOD / 1000;
    if (!moves) waited += PERIOD / 1000;
    used = Math.max(used, now);
    answers = cell.answers;
    const isOver = used > limits.testSeconds || idle > limits.idleSeconds;
    if (isOver || seconds > LONGEST * limits.testSeconds) tooLong();
  };
  const timer = setInterval(look, PERIOD);
  return () => {
    clearInterval(timer);
    look();
    return { seconds: used + waited, clock: clock() };
  };
}
