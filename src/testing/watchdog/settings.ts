import type { Failure } from '../failure';

/** What `npm test` hands to the process that runs the tests. An editor hands over nothing. */
export interface WatchSettings {
  /** The file to write the log into. */
  readonly logbook: string;
  /** The address of the bundled thread.ts. */
  readonly thread: string;
  /** How long one test may take. */
  readonly seconds: number;
  readonly told: Told;
}

/** What earlier processes of the same run, which did not come to their end, have found out. */
export interface Told {
  readonly lessons: Readonly<Record<string, ToldOfLesson>>;
  /** Loops that do not end, each by file and function. */
  readonly loops: readonly string[];
}

export interface ToldOfLesson {
  /** Tests that have run, by index. */
  readonly done: readonly number[];
  /** Whether one of them has failed. */
  readonly failed: boolean;
  /** Why a task was stopped, by its name. */
  readonly stopped: Readonly<Record<string, Failure>>;
}
