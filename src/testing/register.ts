import type { LoadAnswerKey } from './answer-key';
import { examiner } from './examine';
import { direct, type Implementation } from './implementation';
import { loadFailure } from './load-failure';
import type { Failure, Outcome } from './failure';
import type { RunOptions, Suite } from './definition';
import { areUnchanged, surroundings, type Surroundings } from './surroundings';
import { watchdog } from './watchdog/watchdog';
import type { WatchSettings } from './watchdog/settings';

/** What a reporter finds at each test, as plain data. */
export interface TestReport {
  readonly lesson: string;
  readonly task: string;
  readonly title: string;
  readonly index: number;
  readonly outcome: Outcome;
}

declare module 'vitest' {
  interface TaskMeta {
    report?: TestReport;
    /** At a file: its code has left something behind, and its process is not fit for another run. */
    soiled?: boolean;
  }
  interface ProvidedContext {
    /** Which random data to use; set by `npm test`. */
    run: Omit<RunOptions, 'answerKey'> & { readonly test?: number };
    /** A module that exports a `loadAnswerKey`, by its address. */
    answerKeys: string;
    /** So that endless code can be stopped; set by `npm test` where there is any code yet. */
    watch: WatchSettings | undefined;
  }
}

/** A learner's exercise, or why it could not be loaded. */
type Loaded<Exercise> = { readonly implementation: Implementation<Exercise> } | { readonly failure: Failure };

/** Hands a suite to vitest, to run on the learner's own exercise. */
export function register<Exercise extends object>(
  vitest: typeof import('vitest'),
  suite: Suite<Exercise>,
  load: () => Promise<unknown>,
): void {
  let before: Surroundings | undefined;
  vitest.beforeAll(() => {
    before = surroundings();
  });
  // vitest reads what a hook is called with, and wants to see a pattern.
  // oxlint-disable-next-line no-empty-pattern
  vitest.afterAll(({}, file) => {
    file.meta.soiled = before !== undefined && !areUnchanged(before, surroundings());
  });
  const run = vitest.inject('run');
  const { seed, path, test: only } = run ?? { seed: Date.now() };
  const answerKey = answerKeysIn(vitest.inject('answerKeys'));
  const options = { seed, ...(path === undefined ? {} : { path }), ...(answerKey && { answerKey }) };
  const settings = vitest.inject('watch');
  // Only a command says what to run: an editor does not.
  const { watch } = watchdog(settings, { interrupts: run === undefined });
  const { done = [], stopped = {}, failed } = settings?.told.lessons[suite.lesson] ?? {};
  const examine = examiner(suite, failed);
  const loaded = watch<Loaded<Exercise>>(
    { lesson: suite.lesson },
    () =>
      load().then(
        (module) => ({ implementation: direct(module as Exercise) }),
        (error: unknown) => ({ failure: loadFailure(error) }),
      ),
    (failure) => ({ failure }),
  );
  const isLeft = (index: number) => (only === undefined || only === index) && !done.includes(index);
  /** Why the rest of a task need not run. */
  const settled = new Map<string, Outcome>(
    Object.entries(stopped).map(([task, failure]) => [task, { status: 'failed', failure }]),
  );
  for (const task of suite.tasks) {
    const tests = suite.tests.filter((test) => test.task === task.name && isLeft(test.index));
    const settle = (outcome: Outcome) => {
      settled.set(task.name, outcome);
      return outcome;
    };
    vitest.describe.skipIf(tests.length === 0)(task.name, () => {
      for (const test of tests) {
        vitest.it(test.title, async (context) => {
          const exercise = await loaded;
          const outcome: Outcome =
            'failure' in exercise
              ? { status: 'failed', failure: exercise.failure }
              : (settled.get(task.name) ??
                (await watch<Outcome>(
                  { lesson: suite.lesson, test: { task: task.name, title: test.title, index: test.index } },
                  (known) => examine(test, exercise.implementation, options, known),
                  // To wait as long for each of its other tests would help nobody.
                  (failure) => settle({ status: 'failed', failure }),
                )));
          // An exercise that is not begun says so once; its other tests need not draw data to hear it again.
          if (outcome.status === 'not started' && outcome.exercise === task.name) settle(outcome);
          const { index, title } = test;
          context.task.meta.report = { lesson: suite.lesson, task: task.name, title, index, outcome };
          if (outcome.status === 'not started') context.skip(`${outcome.exercise} is not started`);
          if (outcome.status === 'failed') throw new FailedTest(outcome.failure.sentence);
        });
      }
    });
  }
}

function answerKeysIn(address: string | undefined): LoadAnswerKey | undefined {
  if (address === undefined) return undefined;
  return async (lesson) => {
    const { loadAnswerKey } = (await import(/* @vite-ignore */ address)) as { loadAnswerKey: LoadAnswerKey };
    return loadAnswerKey(lesson);
  };
}

/** What an editor's test view shows; `npm test` prints the report instead. */
class FailedTest extends Error {
  override readonly name = 'FailedTest';

  constructor(sentence: string) {
    super(sentence);
    this.stack = sentence;
  }
}
