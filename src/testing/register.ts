import type { LoadAnswerKey } from './answer-key';
import { direct } from './implementation';
import { loadFailure } from './load-failure';
import type { Outcome } from './failure';
import type { RunOptions, Suite } from './definition';

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
  }
  interface ProvidedContext {
    /** Which random data to use; set by `npm test`. */
    run: Omit<RunOptions, 'answerKey'> & { readonly test?: number };
    /** A module that exports a `loadAnswerKey`, by its address. */
    answerKeys: string;
  }
}

/** Hands a suite to vitest, to run on the learner's own exercise. */
export function register<Exercise extends object>(
  vitest: typeof import('vitest'),
  suite: Suite<Exercise>,
  load: () => Promise<unknown>,
): void {
  const { seed, path, test: only } = vitest.inject('run') ?? { seed: Date.now() };
  const answerKey = answerKeysIn(vitest.inject('answerKeys'));
  const options = { seed, ...(path === undefined ? {} : { path }), ...(answerKey && { answerKey }) };
  const loaded = load().then(
    (module) => ({ implementation: direct(module as Exercise) }),
    (error: unknown) => ({ failure: loadFailure(error) }),
  );
  const notStarted = new Map<string, Outcome>();
  for (const task of suite.tasks) {
    vitest.describe(task.name, () => {
      for (const test of suite.tests.filter((test) => test.task === task.name)) {
        if (only !== undefined && only !== test.index) continue;
        vitest.it(test.title, async (context) => {
          const exercise = await loaded;
          const outcome: Outcome =
            'failure' in exercise
              ? { status: 'failed', failure: exercise.failure }
              : (notStarted.get(task.name) ?? (await test.run(exercise.implementation, options)));
          // An exercise that is not begun says so once; its other tests need not draw data to hear it again.
          if (outcome.status === 'not started' && outcome.exercise === task.name) {
            notStarted.set(task.name, outcome);
          }
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
