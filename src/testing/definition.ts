import type { Arbitrary } from 'fast-check';
import type { Outcome } from './failure';
import type { Implementation, Session } from './implementation';
import type { Remote } from './remote';
import type { LoadAnswerKey } from './answer-key';
import type { Table } from './table';

export interface RunOptions {
  /** Decides all random data; the same seed gives the same data. */
  readonly seed: number;
  /** A failure's `again.path`: only that case runs. */
  readonly path?: string;
  /** How much random data a property sees, where it does not say itself. */
  readonly runs?: number;
  /** Whether to look for the smallest data that fail, which takes up to half a second; it does without this. */
  readonly shrink?: boolean;
  /** Called with data on which a property failed: the smallest, and the first. */
  readonly onCounterexample?: (data: readonly unknown[]) => void;
  /** The right and the wrong implementations, where a test judges by them. */
  readonly answerKey?: LoadAnswerKey;
}

/** What a test needs beside the exercise. */
export interface Tools<Exercise> extends Pick<Session<Exercise>, 'launches' | 'tryProperties'> {
  /** @throws Error where the run was not handed any */
  readonly answerKey: LoadAnswerKey;
  /** Decides whatever random data the test draws by itself. */
  readonly seed: number;
  /** Puts a table on the test's page, however the test ends. */
  show(table: Table): void;
}

export type ExampleBody<Exercise> = (exercise: Remote<Exercise>, tools: Tools<Exercise>) => Promise<void>;
export type PropertyBody<Exercise, Data> = (
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

/** One test: a function of an implementation, whichever answerKey or process that lives on. */
export interface Test<Exercise> {
  /** Counts from 0 through the whole suite. */
  readonly index: number;
  readonly task: string;
  readonly title: string;
  run(implementation: Implementation<Exercise>, options: RunOptions): Promise<Outcome>;
  /** Its body alone, once, on such data as it draws. */
  once(implementation: Implementation<Exercise>, data: unknown, options: RunOptions): Promise<Outcome>;
  /** So much random data for its body; one `undefined` where it has data of its own. */
  draw(seed: number, count: number): unknown[];
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
