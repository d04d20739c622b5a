import { describe, expect, it } from 'vitest';
import { direct, suite, type Remote } from '#kit/testing';

interface Exercise {
  gradient(): Promise<{ weights: Float32Array; bias: number }>;
}

/** The failure of a test that calls an exercise, and then does this with what came back. */
async function failureOf(
  gradient: () => unknown,
  body: (exercise: Remote<Exercise>) => Promise<void> = async (exercise) => void (await exercise.gradient()),
) {
  const file = { url: 'file:///course/lessons/99-example/exercise.test.ts' };
  const { tests } = suite<Exercise>(
    file,
    () => Promise.reject(new Error('not loaded')),
    ({ task, example }) => task('gradient', { points: 1 }, () => example('a test', body)),
  );
  const exercise = { gradient: async () => gradient() } as Exercise;
  const outcome = await tests[0]!.run(direct(exercise), { seed: 1 });
  if (outcome.status !== 'failed') throw new Error(`The test ended with ${outcome.status}.`);
  return outcome.failure;
}

const throwing = (thrown: unknown) => () => {
  throw thrown;
};

describe('something thrown that is no Error', () => {
  it.each([
    [
      'oh',
      "Your code threw 'oh', which is no Error. Throw an Error, which knows its line: `throw new Error('oh')`.",
    ],
    ["it's 0", 'Throw an Error, which knows its line.'],
    [undefined, 'Your code threw undefined, which is no Error. Throw an Error, which knows its line.'],
    [{ size: 0 }, 'Your code threw { size: 0 }, which is no Error.'],
  ])('is shown, with what to throw: %s', async (thrown, words) => {
    expect((await failureOf(throwing(thrown))).sentence).toContain(words);
  });
});

describe('an Error', () => {
  it('is told by its name and message', async () => {
    const error = new TypeError('Cannot read properties of undefined');
    const { sentence } = await failureOf(throwing(error));
    expect(sentence).toBe('Your code threw TypeError: Cannot read properties of undefined');
  });

  it('of a test that cannot use the result is told as such', async () => {
    const error = new TypeError("Cannot destructure property 'weights' of undefined");
    error.stack = `${error.message}\n    at /course/lessons/99-example/exercise.test.ts:3:5\n    at run`;
    const { sentence } = await failureOf(() => ({}), throwing(error) as () => Promise<void>);
    expect(sentence).toContain('The test cannot use what your code gave it: Cannot destructure');
    expect(sentence).toContain('Is a `return` missing');
  });

  it('in place of process.exit says what to do instead', async () => {
    const { sentence } = await failureOf(throwing(new Error('process.exit unexpectedly called with "0"')));
    expect(sentence).toContain('Your code called process.exit, which would end all tests.');
  });
});
