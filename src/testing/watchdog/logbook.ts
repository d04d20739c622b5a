import { readFileSync } from 'node:fs';
import type { Outcome, Place } from '../failure';

/** What ran: one test, or, without one, the loading of a lesson's file. */
export interface Step {
  readonly lesson: string;
  readonly test?: { readonly task: string; readonly title: string; readonly index: number };
}

/** Why somebody put an end to the process that runs the tests. */
export type Reason =
  /** Its event loop stood still. */
  | 'loop'
  /** Its event loop goes round, and the test does not end. */
  | 'waiting'
  | 'memory';

/** How somebody put an end to it. */
export interface Stopped {
  readonly reason: Reason;
  /** How long it has been waited for. */
  readonly seconds: number;
}

/**
 * What that process writes down as it goes, one line of JSON for each. It may end at any moment, without a
 * word; the command that started it finds here how far it came.
 */
export type Entry =
  | { readonly begun: Step }
  /** The step has its outcome, and its reason is looked for. */
  | { readonly begun: Step; readonly known: Outcome }
  | { readonly stopped: Stopped }
  /** Where the code was, and in which function. */
  | { readonly at: Place; readonly inside: string };

/** What a logbook tells of a process that has ended too early. */
export interface LastWords {
  /** The last thing that was begun before the end. */
  readonly begun?: Step;
  readonly known?: Outcome;
  /** Nothing, where the process ended by itself. */
  readonly stopped?: Stopped;
  readonly at?: Place;
  readonly inside?: string;
}

export function written(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** @param file a logbook; one that was never begun is empty. */
export function lastWords(file: string): LastWords {
  const entries = linesOf(file).map((line) => JSON.parse(line) as Entry);
  const end = entries.findIndex((entry) => 'stopped' in entry);
  const begun = entries.slice(0, end === -1 ? undefined : end).findLast((entry) => 'begun' in entry);
  return Object.assign({}, begun, ...entries.filter((entry) => !('begun' in entry))) as LastWords;
}

function linesOf(file: string): string[] {
  try {
    // What stands behind the last line break was cut off by the end.
    return readFileSync(file, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}
