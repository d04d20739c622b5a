import type { Limits } from '../limits';
import type { Cell } from './cell';

/** How often somebody looks, in milliseconds. */
const PERIOD = 100;

/** Where nobody knows the time of the processor: how busy a machine may be. */
const CLOCK = 3;

/** Of the clock, however busy the machine: so many times what a test may use of the processor. */
const LONGEST = 12;

/**
 * Watches how long a cell takes for what it is doing.
 * @param tooLong called once
 * @returns a function that ends the watch, and says how many seconds were used: of the processor, and in waiting for
 * nothing
 */
export function watchTime(cell: Cell, limits: Limits, tooLong: () => void): () => number {
  const begun = performance.now();
  const before = cell.usage?.processorSeconds ?? 0;
  let used = 0;
  let messages = cell.messages;
  let idle = 0;
  let waited = 0;
  const look = () => {
    const seconds = (performance.now() - begun) / 1000;
    const { usage } = cell;
    const now = usage === undefined ? seconds / CLOCK : usage.processorSeconds - before;
    const moves = now > used || cell.messages > messages || usage?.isIdle === false;
    idle = moves ? 0 : idle + PERIOD / 1000;
    if (!moves) waited += PERIOD / 1000;
    used = Math.max(used, now);
    messages = cell.messages;
    const isOver = used > limits.testSeconds || idle > limits.idleSeconds;
    if (isOver || seconds > LONGEST * limits.testSeconds) tooLong();
  };
  const timer = setInterval(look, PERIOD);
  return () => {
    clearInterval(timer);
    look();
    return used + waited;
  };
}
