import type { Arbitrary } from 'fast-check';
import { checkKernels } from '#kit/gpu';
import type { Implementation, Session } from './implementation';
import type { Outcome } from './failure';
import { register } from './register';
import { runExample, runProperty, type RunOptions } from './run-test';
import type { Remote } from './remote';

/** What a test needs beside the exercise. */
export type Tools<Exercise> = Pick<Session<Exercise>, 'launches'>;

type ExampleBody<Exercise> = (exercise: Remote<Exercise>, tools: Tools<Exercise>) => Promise<void>;
type PropertyBody<Exercise, Data> = (
  exercise: Remote<Exercise>,
  data: Data,
  tools: Tools<Exercise>,
) => Promise<void>;

/** Generators by the names under which a counterexample shows them. */
export type Generators<Data> = { readonly [Name in keyof Data]: Arbitrary<Data[Name]> };

export interface SuiteBuilder<Exercise> {
  /** One exercise of the lesson, named after its function, and what a teacher gives for it. */
  task(name: keyof Exercise & string, worth: { readonly points: number }, define: () => void): void;
  /** A test on data of its own. The title is a sentence that a learner can read as a fact. */
  example(title: string, body: ExampleBody<Exercise>): void;
  /** A test on random data, which shrinks to the smallest that breaks it. */
  property<Data extends object>(
    title: string,
    generators: Generators<Data>,
    body: PropertyBody<Exercise, Data>,
    settings?: { readonly runs?: number },
  ): void;
}

/** One test: a function of an implementation, whichever shelf or process that lives on. */
export interface Test<Exercise> {
  /** Counts from 0 through the whole suite. */
  readonly index: number;
  readonly task: string;
  readonly title: string;
  run(implementation: Implementation<Exercise>, options: RunOptions): Promise<Outcome>;
}

export interface Task {
  readonly name: string;
  readonly points: number;
}

export interface Suite<Exercise> {
  /** The lesson's folder, such as '02-mean-centering'. */
  readonly lesson: string;
  readonly tasks: readonly Task[];
  readonly tests: readonly Test<Exercise>[];
}

/** What vitest and every module system say about the file that defines a suite. */
interface FileMeta {
  readonly url: string;
  readonly vitest?: typeof import('vitest');
}

/**
 * A lesson's tests, as a function of an implementation. Where vitest collects the file itself, the tests
 * are registered there and run on `load()`, the learner's own exercise; any other importer gets the suite
 * as a value.
 */
export function suite<Exercise extends object>(
  file: FileMeta,
  load: () => Promise<unknown>,
  define: (builder: SuiteBuilder<Exercise>) => void,
): Suite<Exercise> {
  // Wherever a suite runs, kernels are looked at twice.
  checkKernels(true);
  const tasks: Task[] = [];
  const tests: Test<Exercise>[] = [];
  const add = (title: string, run: (index: number) => Test<Exercise>['run']) => {
    const task = tasks.at(-1);
    if (task === undefined) throw new Error(`"${title}" stands outside of a task.`);
    const index = tests.length;
    tests.push({ index, task: task.name, title, run: run(index) });
  };
  define({
    task(name, worth, defineTask) {
      tasks.push({ name, points: worth.points });
      defineTask();
    },
    example: (title, body) => add(title, () => (implementation) => runExample(implementation, body)),
    property: (title, generators, body, settings) =>
      add(
        title,
        (index) => (implementation, options) =>
          runProperty(implementation, { index, generators, body, ...settings }, options),
      ),
  });
  const defined: Suite<Exercise> = { lesson: lessonOf(file.url), tasks, tests };
  if (file.vitest !== undefined) register(file.vitest, defined, load);
  return defined;
}

function lessonOf(url: string): string {
  return decodeURIComponent(url.split('/').at(-2) ?? '');
}
