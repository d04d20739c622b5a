import { checkKernels } from '#kit/gpu';
import type { Suite, SuiteBuilder, Task, Test } from './definition';
import { register } from './register';
import { example, property } from './run-test';

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
  let current: Task | undefined;
  const add = (title: string, ways: (index: number) => Pick<Test<Exercise>, 'run' | 'once' | 'draw'>) => {
    if (current === undefined) throw new Error(`"${title}" stands outside of a task.`);
    const index = tests.length;
    tests.push({ index, task: current.name, title, ...ways(index) });
  };
  define({
    task(name, worth, defineTask) {
      current = { name, points: worth.points };
      tasks.push(current);
      defineTask();
      current = undefined;
    },
    example: (title, body) => add(title, (index) => example(index, body)),
    property: (title, generators, body, settings) =>
      add(title, (index) => property({ index, generators, body, ...settings })),
  });
  const defined: Suite<Exercise> = { lesson: lessonOf(file.url), tasks, tests };
  if (file.vitest !== undefined) register(file.vitest, defined, load);
  return defined;
}

function lessonOf(url: string): string {
  return decodeURIComponent(url.split('/').at(-2) ?? '');
}
