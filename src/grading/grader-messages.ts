import type { CellPlan } from './isolation/cell';
import type { Limits } from './limits';
import type { Secret } from './private-seed';
import type { GradingResult } from './result';
import type { Submission } from './submission';

/** How a class is graded: everything that decides a score, beside the submission itself. */
export interface GradingOptions {
  /** Names of the lessons that are graded, in their order. */
  readonly lessons: readonly string[];
  readonly secret: Secret;
  /** How much random data a property sees. */
  readonly runs: number;
  readonly limits: Limits;
}

/** What a grader process is told at its beginning. */
export interface GraderSetup extends GradingOptions {
  readonly kind: 'set up';
  /** For each lesson the address of its bundled suite. */
  readonly suites: Readonly<Record<string, string>>;
  readonly cell: CellPlan;
}

export type ToGrader = GraderSetup | { readonly kind: 'grade'; readonly submission: Submission };

export type FromGrader = { readonly kind: 'graded'; readonly result: GradingResult };
