import { build } from 'esbuild';
import { answerKeyModule, listMisconceptions, root, type Lesson } from '#kit/course';
import { direct, type Suite } from '#kit/testing';
import { todo } from '#kit/todo';

/**
 * The answer keys that the tests of some lessons cannot do without: lesson 05 lets right and wrong
 * implementations of lesson 03 be judged. Found by running the tests on nothing.
 * @returns by the lesson whose key it is, the lesson whose tests ask for it
 */
export async function neededKeys(suites: readonly Suite<object>[]): Promise<Map<string, string>> {
  const asked = new Map<string, string>();
  const nothing = direct(new Proxy({}, { get: (_, name) => () => todo(String(name)) }));
  for (const { lesson, tests } of suites) {
    const answerKey = async (key: string): Promise<never> => {
      asked.set(key, lesson);
      return todo('nothing');
    };
    for (const test of tests) await test.run(nothing, { seed: 1, runs: 1, answerKey });
  }
  return asked;
}

/** Whether there is anything in a lesson's answer key that a failing test could be explained with. */
export function hasKey(lesson: Lesson): boolean {
  return listMisconceptions(lesson).length > 0;
}

/**
 * The answer key of a lesson as one file, without comments and space. Nothing else is changed in it: kernels are
 * read from their source, and what is said of one names its variables.
 */
export async function minifiedKey(lesson: Lesson): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: answerKeyModule(lesson), resolveDir: root, loader: 'ts' },
    write: false,
    bundle: true,
    minifyWhitespace: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // Resolved where it is loaded: each room has one instance.
    external: ['#kit/*'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
