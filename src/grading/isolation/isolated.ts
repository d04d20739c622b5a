import type { Failure, Implementation, LoadAnswerKey, Session } from '#kit/testing';
import { sessionOn } from '#kit/testing/stand-in';
import type { Limits } from '../limits';
import { mixedTrials } from '../mixed-trials';
import { Cell, CellEnded, CellNotStarted, type CellPlan, type Ending } from './cell';
import { SESSIONS, type LoadableCode } from './messages';
import { isUsedUp, watchTime, type TimeUsed } from './watch-time';

/** One lesson of a submission, loaded in a process, which is started again when a test has ended it. */
export class Isolated implements Implementation<object> {
  /** Every message costs more than what it carries: several runs of a test share the way there and back. */
  readonly atOnce = SESSIONS;
  /** Used so far, by this process and by those before it. */
  private used: TimeUsed = { seconds: 0, clock: 0 };
  private readonly trials: ReturnType<typeof mixedTrials>;

  private constructor(
    private readonly plan: CellPlan,
    private readonly code: LoadableCode,
    private readonly limits: Limits,
    answerKey: LoadAnswerKey,
    /** The process that runs it. */
    private current: Cell,
  ) {
    this.trials = mixedTrials(answerKey);
  }

  /**
   * @param cell one that another lesson has left; a new one is opened without it
   * @returns why the code cannot be loaded, where it cannot
   * @throws CellNotStarted
   */
  static async load(
    plan: CellPlan,
    code: LoadableCode,
    limits: Limits,
    answerKey: LoadAnswerKey,
    cell = Cell.open(plan),
  ): Promise<Isolated | Failure | Ending> {
    const isolated = new Isolated(plan, code, limits, answerKey, cell);
    return (await isolated.loaded()) ?? isolated;
  }

  get cell(): Cell {
    return this.current;
  }

  /** Why its process is no more; undefined while it lives. */
  get ending(): Ending | undefined {
    return this.cell.ending;
  }

  /** Whether it has used up what all tests of a lesson have together. */
  get isOutOfTime(): boolean {
    return isUsedUp(this.used, this.limits);
  }

  open(): Session<object> {
    const { cell } = this;
    return {
      ...sessionOn<object>(cell.connect()),
      tryProperties: (exercise, subjects, settings) =>
        this.trials((mixed, how) => cell.tryProperties(exercise, mixed, how), subjects, settings),
    };
  }

  stop(ending: Ending): void {
    this.cell.end(ending);
  }

  /** Another process in place of one that is no more. @returns whether the code loaded once more */
  async restart(): Promise<boolean> {
    this.cell.end('closed');
    this.current = Cell.open(this.plan);
    return (await this.loaded()) === undefined;
  }

  /** Does something that needs this code to answer, and stops the code where it takes too long. */
  async within<Result>(limits: Limits, body: () => Promise<Result>): Promise<Result> {
    const { cell } = this;
    const stop = watchTime(cell, limits, () => cell.end('time'));
    try {
      return await body();
    } finally {
      const { seconds, clock } = stop();
      this.used = { seconds: this.used.seconds + seconds, clock: this.used.clock + clock };
    }
  }

  /** @param canRepeat whether to open another process where this one does not start */
  private async loaded(canRepeat = true): Promise<Failure | Ending | undefined> {
    const { cell } = this;
    try {
      const failure = await this.within(this.limits, () => cell.load(this.code));
      if (failure !== undefined) cell.end('closed');
      return failure;
    } catch (error) {
      if (error instanceof CellEnded) return error.ending;
      if (!(error instanceof CellNotStarted) || !canRepeat) throw error;
      this.current = Cell.open(this.plan);
      return this.loaded(false);
    }
  }
}
