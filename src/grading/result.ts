import type { Failure } from '#kit/testing';

/** What grading says of one submission. Written as `result.json`; every other format is made from it. */
export interface GradingResult {
  /** Of this shape. A reader refuses what it does not know. */
  readonly version: 1;
  /** What the submission is called: the name of its folder or archive, without its ending. */
  readonly submission: string;
  /** As in `Submission`. */
  readonly handedInAs?: string;
  /**
   * `error`: nothing could be graded, and `trouble` says why. The score is 0 then and means nothing: whoever collects
   * grades has to look.
   */
  readonly status: 'graded' | 'error';
  /** About the submission as a whole, in a sentence: an archive that cannot be opened, no exercise in it. */
  readonly trouble?: string;
  readonly score: number;
  readonly maxScore: number;
  readonly lessons: readonly LessonResult[];
  /** Names the private random data without giving it away: results with different ones do not compare. */
  readonly seedFingerprint: string;
}

export interface LessonResult {
  /** '02-mean-centering' */
  readonly lesson: string;
  /** 'Mean centering' */
  readonly title: string;
  /**
   * `missing`: the submission has no such file. `refused`: the file cannot be taken, or does not load; `trouble`
   * says why. `not started`: it is there, and no function of it is written yet.
   */
  readonly status: 'graded' | 'missing' | 'refused' | 'not started';
  readonly trouble?: string;
  readonly score: number;
  readonly maxScore: number;
  readonly tasks: readonly TaskResult[];
}

/** A function of a lesson. Its points are earned when all of its tests pass. */
export interface TaskResult {
  readonly name: string;
  readonly score: number;
  readonly maxScore: number;
  readonly tests: readonly TestResult[];
}

export interface TestResult {
  /** Counts from 0 through the lesson's tests. */
  readonly index: number;
  readonly title: string;
  /** `not run`: the lesson could not be loaded, its time was up, or a test before it had to be stopped. */
  readonly status: 'passed' | 'failed' | 'not started' | 'not run';
  /** Why it was not run, in a sentence, where `trouble` of the lesson does not say it. */
  readonly reason?: string;
  /** What a learner would have seen. Without the private data: no seed, and no path to run it again. */
  readonly failure?: Omit<Failure, 'again'>;
}
