/** How long steps run before the page hears of them, and may answer. */
const BREATH = 33;

/** Where a race waits: for the page's word, and while it is paused. */
export class Gate {
  private next = 0;
  private waiting: (() => void) | undefined;
  private stepsLeft: number;
  private steps = 0;
  private since = 0;
  private idle = 0;
  private readonly channel = new MessageChannel();
  private readonly done = Promise.resolve();

  /** @param isPaused waits before the first step */
  constructor(
    isPaused: boolean,
    private readonly paused: () => void,
  ) {
    this.stepsLeft = isPaused ? 0 : Infinity;
  }

  /** An arm begins: its speed is measured from here. */
  begin(): void {
    this.steps = 0;
    this.idle = 0;
    this.since = performance.now();
  }

  get stepsPerSecond(): number {
    return (1000 * this.steps) / Math.max(1e-3, performance.now() - this.since - this.idle);
  }

  /** Says so also where it stands still already. */
  pause(): void {
    this.stepsLeft = 0;
    if (this.waiting !== undefined) this.paused();
  }

  goOn(): void {
    this.stepsLeft = Infinity;
    this.waiting?.();
  }

  /** One more step. */
  step(): void {
    this.stepsLeft = 1;
    this.waiting?.();
  }

  /** Waits where the race is paused before it has begun. */
  async open(): Promise<void> {
    if (this.stepsLeft <= 0) await this.wait();
  }

  /**
   * A step is done. Most of them wait for nothing.
   * @param report tells the page of the steps since the last time
   */
  passed(report: () => void): Promise<void> {
    this.steps += 1;
    this.stepsLeft -= 1;
    if (this.stepsLeft > 0 && performance.now() < this.next) return this.done;
    return this.breathe(report);
  }

  private async breathe(report: () => void): Promise<void> {
    report();
    if (this.stepsLeft > 0) await this.hear();
    // Perhaps it was paused just now.
    if (this.stepsLeft <= 0) await this.wait();
    this.next = performance.now() + BREATH;
  }

  /** Lets messages in that have come. */
  private hear(): Promise<void> {
    return new Promise((resolve) => {
      this.channel.port1.addEventListener('message', () => resolve(), { once: true });
      this.channel.port1.start();
      this.channel.port2.postMessage(undefined);
    });
  }

  private async wait(): Promise<void> {
    const start = performance.now();
    this.paused();
    await new Promise<void>((resolve) => {
      this.waiting = resolve;
    });
    this.waiting = undefined;
    this.idle += performance.now() - start;
  }
}
