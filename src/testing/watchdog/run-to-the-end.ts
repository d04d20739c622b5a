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
  let report: RunReport = { tests: [], unfinished: lessons, printed: [], brokenFiles: [], strayErrors: [] };
  while (report.unfinished.length > 0) {
    const told = { lessons: toldOf(report, tasks), loops };
    const { report: next, lastWords, errors } = await run(report.unfinished, told);
    const { begun } = lastWords;
    const known = tasks.get(begun?.lesson ?? '') ?? {};
    const endedEarly = next.unfinished.length > 0 && begun !== undefined;
    // Nobody knows whose fault it is, or the one who is known did not even run.
    if (!endedEarly || (begun.test !== undefined && begun.test.task in known)) {
      return { report: { ...joined(report, next), unfinished: next.unfinished }, unloadable };
    }
    const failure = failureOfStop(lastWords, errors);
    if (begun.test === undefined) unloadable.set(begun.lesson, failure);
    else tasks.set(begun.lesson, { ...known, [begun.test.task]: failure });
    if (lastWords.inside !== undefined) loops.push(lastWords.inside);
    const { tests, strayErrors, ...rest } = joined(report, next);
    report = {
      ...rest,
      unfinished: next.unfinished.filter((lesson) => !unloadable.has(lesson)),
      // The test itself is to be told of by the next process, among the rest of its task.
      tests: tests.filter(({ lesson, index }) => lesson !== begun.lesson || index !== begun.test?.index),
      strayErrors: strayErrors.filter(({ sentence }) => !sentence.startsWith('[vitest-pool]')),
    };
  }
  return { report, unloadable };
}

function toldOf(
  { tests, unfinished }: RunReport,
  stopped: ReadonlyMap<string, Record<string, Failure>>,
): Record<string, ToldOfLesson> {
  return Object.fromEntries(
    unfinished.map((lesson) => [
      lesson,
      {
        done: tests.filter((test) => test.lesson === lesson).map(({ index }) => index),
        stopped: stopped.get(lesson) ?? {},
      },
    ]),
  );
}

function joined(left: RunReport, right: RunReport): Omit<RunReport, 'unfinished'> {
  return {
    tests: [...left.tests, ...right.tests],
    printed: [...left.printed, ...right.printed],
    brokenFiles: [...left.brokenFiles, ...right.brokenFiles],
    strayErrors: [...left.strayErrors, ...right.strayErrors],
  };
}
