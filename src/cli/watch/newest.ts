/** What a job that takes its time hears of the others. */
export interface JobSignals {
  /** A newer one waits: what is not begun yet need not be. */
  readonly superseded: AbortSignal;
  /** It has waited for long enough: what is going on is given up. */
  readonly givenUp: AbortSignal;
}

export type Job = (signals: JobSignals) => Promise<void>;

interface Running {
  readonly since: number;
  readonly superseded: AbortController;
  readonly givenUp: AbortController;
}

/** A job that runs for longer than this, in milliseconds, is given up for a newer one. */
const PATIENCE = 1_000;

/** Runs one job at a time. Of those that come meanwhile, only the newest is run. */
export class Newest {
  private waiting: Job | undefined;
  private running: Running | undefined;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private isStopped = false;

  /** @param failed hears of an error that is not a job's having been given up */
  constructor(private readonly failed: (error: unknown) => void) {}

  start(job: Job): void {
    if (this.isStopped) return;
    this.waiting = job;
    if (this.running === undefined) {
      this.working = this.work();
      return;
    }
    const { since, superseded, givenUp } = this.running;
    superseded.abort();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => givenUp.abort(), since + PATIENCE - performance.now());
  }

  /** Gives up what runs, and what waits, for good. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.waiting = undefined;
    this.running?.superseded.abort();
    this.running?.givenUp.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    while (this.waiting !== undefined) {
      const job = this.waiting;
      this.waiting = undefined;
      const [superseded, givenUp] = [new AbortController(), new AbortController()];
      this.running = { since: performance.now(), superseded, givenUp };
      try {
        await job({ superseded: superseded.signal, givenUp: givenUp.signal });
      } catch (error) {
        if (!givenUp.signal.aborted) this.failed(error);
      }
      clearTimeout(this.timer);
    }
    this.running = undefined;
  }
}
