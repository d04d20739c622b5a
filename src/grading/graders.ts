import { fork, type ChildProcess } from 'node:child_process';
import type { FromGrader, GraderSetup, ToGrader } from './grader-messages';
import { fingerprint } from './private-seed';
import type { GradingResult } from './result';
import type { Submission } from './submission';

export interface GradersSettings {
  /** The bundled grader.ts. */
  readonly program: string;
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

/** Grades submissions, several at a time, each in whichever grader process is free. */
export async function gradeAll(
  submissions: readonly Submission[],
  settings: GradersSettings,
  listener: GradingListener,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = [...submissions];
  const work = async () => {
    let grader: Grader | undefined;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        signal?.throwIfAborted();
        listener.onBegun(next);
        let result: GradingResult | undefined;
        for (let ending = 0; result === undefined && ending < MOST_ENDINGS; ending++) {
          if (grader === undefined || !grader.isFit) {
            grader?.end();
            grader = new Grader(settings);
          }
          result = await grader.grade(next, signal);
          signal?.throwIfAborted();
        }
        listener.onGraded(result ?? givenUp(next, settings.setup), next);
      }
    } finally {
      grader?.end();
    }
  };
  await Promise.all(Array.from({ length: Math.min(settings.jobs, submissions.length) }, work));
}

/** How many times as long as on a machine of its own. */
const BUSY = 4;

class Grader {
  private readonly child: ChildProcess;
  private readonly mostSeconds: number;
  private graded = 0;
  private isAlive = true;

  constructor({ program, setup }: GradersSettings) {
    // Longer than a submission can take that uses up the time of each lesson, on a machine that is busy besides.
    const { lessonSeconds, testSeconds } = setup.limits;
    this.mostSeconds = BUSY * setup.lessons.length * (lessonSeconds + 3 * testSeconds) + 60;
    const { NODE_OPTIONS: _, ...env } = process.env;
    this.child = fork(program, [], { execArgv: [], env, serialization: 'advanced' });
    this.child.on('exit', () => (this.isAlive = false));
    this.child.on('error', () => (this.isAlive = false));
    this.send(setup);
  }

  get isFit(): boolean {
    return this.isAlive && this.graded < MOST_SUBMISSIONS;
  }

  /** @returns undefined where the grader came to an end over it */
  grade(submission: Submission, signal?: AbortSignal): Promise<GradingResult | undefined> {
    this.graded += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), this.mostSeconds * 1000);
      const settle = (result?: GradingResult) => {
        clearTimeout(timer);
        this.child.off('message', onMessage);
        this.child.off('exit', onExit);
        signal?.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const onMessage = ({ result }: FromGrader) => settle(result);
      const onExit = () => settle();
      const onAbort = () => this.end();
      this.child.on('message', onMessage);
      this.child.on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
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

function givenUp({ name }: Submission, { secret }: GraderSetup): GradingResult {
  return {
    version: 1,
    submission: name,
    status: 'error',
    trouble: `Grading it ended the grader, ${MOST_ENDINGS} times. Nothing is known about its score.`,
    score: 0,
    maxScore: 0,
    lessons: [],
    seedFingerprint: fingerprint(secret),
  };
}
