import fc from 'fast-check';
import { copyOfData } from './copy-of-data';
import { failureOf } from './failure-of';
import { firstFailure } from './first-failure';
import type { Outcome } from './failure';
import type { Implementation, Session } from './implementation';
import { code } from './code';
import { lengthenPath, shortenPath } from './short-path';
import type { ExampleBody, Generators, PropertyBody, RunOptions, Test, Tools } from './definition';
import type { Table } from './table';

const RUNS = 100;

/** A red test is to be as fast as a green one: after so many attempts the smallest data so far will do. */
const SHRINKING_ATTEMPTS = 200;
const SHRINKING_MILLISECONDS = 500;

/** How a test runs, and how it may be looked at once more. */
type Ways<Exercise> = Pick<Test<Exercise>, 'run' | 'once' | 'draw'>;

/** A test on data of its own: every run is the same. */
export function example<Exercise>(index: number, body: ExampleBody<Exercise>): Ways<Exercise> {
  const run: Test<Exercise>['run'] = async (implementation, options) => {
    let shown: { table?: Table } = {};
    try {
      const session = implementation.open();
      await body(
        session.exercise,
        toolsOf(session, options, (table) => (shown = { table })),
      );
      return { status: 'passed', ...shown };
    } catch (error) {
      const ended = outcomeOf(error);
      if (ended.status !== 'failed') return ended;
      const again = { seed: options.seed, test: index, path: '' };
      return { ...ended, failure: { ...ended.failure, ...shown, again } };
    }
  };
  return { run, once: (implementation, _, options) => run(implementation, options), draw: () => [undefined] };
}

interface Property<Exercise, Data> {
  readonly index: number;
  readonly generators: Generators<Data>;
  readonly body: PropertyBody<Exercise, Data>;
  readonly runs?: number;
}

/** A test on random data. */
export function property<Exercise, Data extends object>(
  definition: Property<Exercise, Data>,
): Ways<Exercise> {
  const { generators, body } = definition;
  return {
    run: (implementation, options) => runProperty(implementation, definition, options),
    once: async (implementation, data, options) => {
      try {
        const session = implementation.open();
        await body(session.exercise, copyOfData(data as Data), toolsOf(session, options));
        return { status: 'passed' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    draw: (seed, count) => fc.sample(fc.record<Data>(generators), { seed, numRuns: count }),
  };
}

async function runProperty<Exercise, Data extends object>(
  implementation: Implementation<Exercise>,
  { index, generators, body, runs }: Property<Exercise, Data>,
  options: RunOptions,
): Promise<Outcome> {
  let begun: Outcome | undefined;
  let attempts = 0;
  let failedAt: number | undefined;
  let first: Data | undefined;
  const once = async (data: Data) => {
    const session = implementation.open();
    // A copy, so that an exercise that writes into its input does not change what is shown.
    await body(session.exercise, copyOfData(data), toolsOf(session, options));
  };
  const predicate = async (data: Data) => {
    if (begun !== undefined) return;
    if (failedAt !== undefined) {
      attempts += 1;
      if (attempts > SHRINKING_ATTEMPTS || performance.now() - failedAt > SHRINKING_MILLISECONDS) return;
    }
    try {
      await once(data);
    } catch (error) {
      begun = notStarted(error);
      if (begun !== undefined) return;
      failedAt ??= performance.now();
      first ??= data;
      throw error;
    }
  };
  const arbitrary = fc.record<Data>(generators);
  const settings = { seed: options.seed, numRuns: runs ?? options.runs ?? RUNS };
  const { atOnce = 1 } = implementation;
  let failed = 0;
  if (atOnce > 1 && options.path === undefined) {
    const place = await firstFailure(arbitrary, settings, atOnce, once);
    if (place === undefined) return { status: 'passed' };
    failed = place;
  }
  // From there on one after the other: code that refuses a second call while it is busy is not wrong for that.
  const check = await fc.check(fc.asyncProperty(arbitrary, predicate), {
    seed: settings.seed,
    numRuns: settings.numRuns - failed,
    endOnFailure: options.path !== undefined || options.shrink === false,
    path: options.path === undefined ? String(failed) : lengthenPath(options.path),
  });
  if (begun !== undefined) return begun;
  if (!check.failed) return { status: 'passed' };
  const [data] = check.counterexample ?? [];
  options.onCounterexample?.([data, first].filter((each) => each !== undefined));
  const failure = failureOf(check.errorInstance);
  // A kernel that cannot run at all needs no example.
  if (failure.onAnyData === true) return { status: 'failed', failure };
  return {
    status: 'failed',
    failure: {
      ...failure,
      data: Object.fromEntries(Object.entries(data ?? {}).map(([name, entry]) => [name, code(entry)])),
      again: { seed: options.seed, test: index, path: shortenPath(check.counterexamplePath ?? '') },
    },
  };
}

function toolsOf<Exercise>(
  { launches, tryProperties }: Session<Exercise>,
  { seed, answerKey = noAnswerKey }: RunOptions,
  show: Tools<Exercise>['show'] = () => undefined,
): Tools<Exercise> {
  return { launches, tryProperties, seed, answerKey, show };
}

async function noAnswerKey(): Promise<never> {
  throw new Error('the right and the wrong implementations are not here. Run the tests with npm test.');
}

function outcomeOf(error: unknown): Outcome {
  return notStarted(error) ?? { status: 'failed', failure: failureOf(error) };
}

/** By name, because the error may come from another process. */
function notStarted(error: unknown): Outcome | undefined {
  if (!(error instanceof Error) || error.name !== 'NotStarted') return undefined;
  return { status: 'not started', exercise: 'exercise' in error ? String(error.exercise) : '' };
}
