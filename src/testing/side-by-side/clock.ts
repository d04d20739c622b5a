/** How long an exercise takes. It stands still while a function of the test's own runs within it. */
export class Clock {
  /** Until now. */
  milliseconds = 0;
  private depth = 0;
  private since = 0;

  /** An exercise begins, or goes on. */
  go(): void {
    this.depth += 1;
    if (this.depth === 1) this.since = performance.now();
  }

  /** It is over, or waits for a function that it was given. */
  stop(): void {
    if (this.depth === 1) this.milliseconds += performance.now() - this.since;
    this.depth -= 1;
  }
}
