import { fork, type ChildProcess } from 'node:child_process';
import type { FromGrader, GraderSetup, ToGrader } from './grader-messages';
import type { GradingResult } from './result';
import type { Submission } from './submission';

export interface GradersSettings {
  /** The bundled grader.ts. */
  readonly program: string;
  /** What it finds in its environment beside what is there. */
  readonly environment: Readonly<Record<string, string>>;
  readonly setup: GraderSetup;
  readonly jobs: number;
}

/** What somebody who waits may want to know. */
export interface GradingListener {
  onBegun(submission: Submission): void;
  onGraded(result: GradingResult, submission: Submission): void;
}

/** A grader that has graded so many makes room for a new one: none lives long enough to fill up. */
const MOST_SUBMISSIONS = 100;

/** A submission that has ended this many graders is given up. */
const MOST_ENDINGS = 2;

const GIVEN_UP = `Grading it ended the grader, ${MOST_ENDINGS} times. Nothing is known about its score.`;

/**
 * Grades submissions, several at a time, each in whichever grader process is free. What goes wrong outside of these, a
 * listener that cannot write a result, say, ends all of them.
 */
export async function gradeAll(
  submissions: readonly Submission[],
  settings: GradersSettings,
  listener: GradingListener,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = [...submissions];
  const failure = new AbortController();
  const end = signal === undefined ? failure.signal : AbortSignal.any([signal, failure.signal]);
  const work = async () => {
    const desk = new Desk(settings, end);
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        end.throwIfAborted();
        listener.onBegun(next);
        listener.onGraded(await desk.result(next), next);
      }
    } catch (error) {
      failure.abort(error);
    } finally {
      desk.clear();
    }
  };
  const jobs = Math.min(settings.jobs, submissions.length);
  // Whoever is told of a failure may take away at once what graders need, so none may be left.
  await Promise.all(Array.from({ length: jobs }, work));
  end.throwIfAborted();
}

/** Where one submission is graded after the other, by a grader that is replaced when it is no more. */
class Desk {
  private grader: Grader | undefined;

  constructor(
    private readonly settings: GradersSettings,
    private readonly end: AbortSignal,
  ) {}

  async result(submission: Submission): Promise<GradingResult> {
    for (let ending = 0; ending < MOST_ENDINGS; ending++) {
      const result = await this.attempt(submission);
      if (result !== undefined) return result;
    }
    const result = await this.attempt({ ...submission, exercises: {}, trouble: GIVEN_UP });
    if (result === undefined) throw new Error('No grader comes to an end on this machine.');
    return result;
  }

  clear(): void {
    this.grader?.end();
  }

  private async attempt(submission: Submission): Promise<GradingResult | undefined> {
    if (this.grader?.isFit !== true) {
      this.grader?.end();
      this.grader = new Grader(this.settings);
    }
    const result = await this.grader.grade(submission, this.end);
    this.end.throwIfAborted();
    return result;
  }
}

/** How many times as long as on a machine of its own. */
const BUSY = 4;

class Grader {
  private readonly child: ChildProcess;
  private readonly mostSeconds: number;
  private graded = 0;
  private isAlive = true;

  constructor({ program, environment, setup }: GradersSettings) {
    // Longer than a submission can take that uses up the time of each lesson, on a machine that is busy besides.
    const { lessonSeconds, testSeconds } = setup.limits;
    this.mostSeconds = BUSY * setup.lessons.length * (lessonSeconds + 3 * testSeconds) + 60;
    const { NODE_OPTIONS: _, ...env } = process.env;
    // V8's own threads would take the processor from other graders.
    this.child = fork(program, [], {
      execArgv: ['--single-threaded'],
      env: { ...env, ...environment },
      serialization: 'advanced',
    });
    this.child.on('exit', () => (this.isAlive = false));
    this.child.on('error', () => (this.isAlive = false));
    this.send(setup);
  }

  get isFit(): boolean {
    return this.isAlive && this.graded < MOST_SUBMISSIONS;
  }

  /** @returns undefined where the grader came to an end over it */
  grade(submission: Submission, signal: AbortSignal): Promise<GradingResult | undefined> {
    this.graded += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), this.mostSeconds * 1000);
      const settle = (result?: GradingResult) => {
        clearTimeout(timer);
        this.child.off('message', onMessage);
        this.child.off('exit', onEnd);
        this.child.off('error', onEnd);
        signal.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const onMessage = ({ result }: FromGrader) => settle(result);
      const onEnd = () => settle();
      const onAbort = () => this.end();
      this.child.on('message', onMessage);
      this.child.on('exit', onEnd);
      // One that could not be started never exits.
      this.child.on('error', onEnd);
      signal.addEventListener('abort', onAbort);
      this.send({ kind: 'grade', submission });
    });
  }

  end(): void {
    this.isAlive = false;
    this.child.kill('SIGKILL');
  }

  private send(message: ToGrader): void {
    this.child.send(message, () => undefined);
  }
}
