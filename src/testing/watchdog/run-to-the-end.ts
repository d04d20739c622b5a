import type { RunReport } from '../reporter';
import type { Failure } from '../failure';
import type { LastWords } from './logbook';
import type { Told, ToldOfLesson } from './settings';
import { failureOfStop } from './words';

/** One process has run tests, and has ended. */
export interface Ended {
  readonly report: RunReport;
  readonly lastWords: LastWords;
  /** What it has written outside of every page. */
  readonly errors: string;
}

/** Everything that one run of the lessons' tests told, in one process or several. */
export interface WholeRun {
  readonly report: RunReport;
  /** Lessons whose files could not be loaded to their end. */
  readonly unloadable: ReadonlyMap<string, Failure>;
}

/**
 * Runs the tests of some lessons. Where a test ends its process, or is so endless that the process had to
 * be ended, another process goes on, without the rest of that task.
 *
 * @param lessons their names
 * @param run starts a process; tests that it is told about it need not run
 */
export async function runToTheEnd(
  lessons: readonly string[],
  run: (lessons: readonly string[], told: Told) => Promise<Ended>,
): Promise<WholeRun> {
  const unloadable = new Map<string, Failure>();
  const tasks = new Map<string, Record<string, Failure>>();
  const loops: string[] = [];
  let report: RunReport = { ...NOTHING_RAN, unfinished: lessons };
  while (report.unfinished.length > 0) {
    const told = { lessons: toldOf(report, tasks), loops };
    const { report: next, lastWords, errors } = await run(report.unfinished, told);
    const { begun, known, inside } = lastWords;
    const stopped = tasks.get(begun?.lesson ?? '') ?? {};
    const endedEarly = next.unfinished.length > 0 && begun !== undefined;
    // Nobody knows whose fault it is, or the one who is known did not even run.
    if (!endedEarly || (begun.test !== undefined && begun.test.task in stopped)) {
      for (const lesson of next.unfinished) unloadable.set(lesson, NOT_THROUGH);
      return { report: withoutDeath({ ...joined(report, next), unfinished: [] }), unloadable };
    }
    const failure = failureOfStop(lastWords, errors);
    if (begun.test === undefined) unloadable.set(begun.lesson, failure);
    else if (known === undefined) tasks.set(begun.lesson, { ...stopped, [begun.test.task]: failure });
    if (inside !== undefined) loops.push(inside);
    const { tests, ...rest } = joined(report, next);
    report = withoutDeath({
      ...rest,
      unfinished: next.unfinished.filter((lesson) => !unloadable.has(lesson)),
      // Where the outcome is not known, the next process tells of it among the rest of its task.
      tests: [
        ...tests.filter(({ lesson, index }) => lesson !== begun.lesson || index !== begun.test?.index),
        ...(begun.test === undefined || known === undefined
          ? []
          : [{ lesson: begun.lesson, ...begun.test, outcome: known }]),
      ],
    });
  }
  return { report, unloadable };
}

/** The report of a process that did not come to its end. */
export const NOTHING_RAN: RunReport = {
  tests: [],
  unfinished: [],
  printed: [],
  brokenFiles: [],
  strayErrors: [],
  soiled: false,
};

const NOT_THROUGH: Failure = {
  kind: 'error',
  sentence: 'The process that runs the tests ended before this lesson was through. Please run it again.',
  stopped: true,
};

/** vitest says of it only that it happened. */
function withoutDeath(report: RunReport): RunReport {
  const strayErrors = report.strayErrors.filter(({ sentence }) => !sentence.startsWith('[vitest-pool]'));
  return { ...report, strayErrors };
}

function toldOf(
  { tests, unfinished }: RunReport,
  stopped: ReadonlyMap<string, Record<string, Failure>>,
): Record<string, ToldOfLesson> {
  return Object.fromEntries(
    unfinished.map((lesson) => {
      const own = tests.filter((test) => test.lesson === lesson);
      const done = own.map(({ index }) => index);
      const failed = own.some(({ outcome }) => outcome.status === 'failed');
      return [lesson, { done, failed, stopped: stopped.get(lesson) ?? {} }];
    }),
  );
}

function joined(left: RunReport, right: RunReport): Omit<RunReport, 'unfinished'> {
  return {
    tests: [...left.tests, ...right.tests].toSorted((one, other) => one.index - other.index),
    printed: [...left.printed, ...right.printed],
    brokenFiles: [...left.brokenFiles, ...right.brokenFiles],
    soiled: left.soiled || right.soiled,
    strayErrors: [...left.strayErrors, ...right.strayErrors],
  };
}
