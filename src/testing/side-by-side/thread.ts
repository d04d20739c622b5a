import { parentPort, workerData } from 'node:worker_threads';
import type { LoadAnswerKey } from '../answer-key';
import type { Suite } from '../definition';
import { sideBySide } from './side-by-side';
import type { CallsBeside } from './tally';

/** Modules, each by its address, and the seed of all random data. */
export interface ThreadData {
  readonly suite: string;
  readonly yours: string;
  readonly solution: string;
  /** Exports a `loadAnswerKey`. */
  readonly answerKeys: string;
  readonly seed: number;
}

/** What the thread tells while it goes on, and in the end. */
export type ThreadMessage =
  { readonly at: string } | { readonly calls: readonly CallsBeside[] } | { readonly unloadable: unknown };

/** How often it tells that it goes on, in milliseconds. */
const PULSE = 100;

// An exercise may loop without end, end the process or use up all memory: here it ends only this thread.
process.setSourceMapsEnabled(true);
// What is not awaited, the tests tell about.
process.on('unhandledRejection', () => {});

const data = workerData as ThreadData;
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

let exercise = '';
let told = 0;
const onTest = (next: string) => {
  if (next === exercise && performance.now() - told < PULSE) return;
  [exercise, told] = [next, performance.now()];
  tell({ at: exercise });
};

try {
  const { default: suite } = (await import(data.suite)) as { default: Suite<object> };
  const { loadAnswerKey } = (await import(data.answerKeys)) as { loadAnswerKey: LoadAnswerKey };
  const sides = {
    yours: (await import(data.yours)) as object,
    solution: (await import(data.solution)) as object,
  };
  tell({ calls: await sideBySide(suite, sides, { seed: data.seed, answerKey: loadAnswerKey, onTest }) });
} catch (error) {
  tell({ unloadable: error });
}
