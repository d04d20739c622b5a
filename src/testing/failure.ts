import type { Comparison } from './comparison';
import type { Table } from './table';

/** One thing that a learner should see, as plain data that can leave the process. */
export interface Failure {
  /** A check that does not hold, a kernel that cannot run, or an error that the code threw. */
  readonly kind: 'mismatch' | 'kernel' | 'error';
  /** What is wrong, in words. May have several lines. */
  readonly sentence: string;
  /** The smallest data that shows it, as short code by name. */
  readonly data?: Readonly<Record<string, string>>;
  readonly expected?: string;
  readonly got?: string;
  /** The same, entry by entry, where both are columns or tables of one size. */
  readonly comparison?: Comparison;
  /** The call that gave it, as code, where the test has data of its own. */
  readonly call?: string;
  /** The one known mistake that behaves like this code. */
  readonly diagnosis?: string;
  /** What the test shows beside that. */
  readonly table?: Table;
  /** Where in the learner's file, as far as it is known. */
  readonly place?: Place;
  /** The file itself could not be loaded, so that every test of the lesson fails alike. */
  readonly unloadable?: true;
  /** The function that the file should export, and does not. */
  readonly lacks?: string;
  /** Its process was put an end to, or never came to it: on a faster machine it might come through. */
  readonly stopped?: true;
  /** It does not depend on the data: a kernel's source is wrong, say. */
  readonly onAnyData?: true;
  /** Runs exactly this case again. */
  readonly again?: Replay;
}

export interface Place {
  readonly file: string;
  readonly line?: number;
  /** That line, as it stands in the file. */
  readonly code?: string;
}

/** Names one case of one property: `test` counts the suite's tests from 0, `path` is fast-check's, shortened. */
export interface Replay {
  readonly seed: number;
  readonly test: number;
  readonly path: string;
}

/** How one test ended on one implementation. */
export type Outcome =
  | { readonly status: 'passed'; readonly table?: Table }
  /** The exercise of this name still throws `todo`. */
  | { readonly status: 'not started'; readonly exercise: string }
  | { readonly status: 'failed'; readonly failure: Failure };
