import { describe, expect, it } from 'vitest';
import { column, direct, equal, suite, type Outcome } from '#kit/testing';
import { todo } from '#kit/todo';

interface Exercise {
  double(values: Float32Array): Promise<Float32Array>;
}

const file = { url: 'file:///course/lessons/99-example/exercise.test.ts' };

const example = suite<Exercise>(
  file,
  () => Promise.reject(new Error('not loaded')),
  ({ task, property, example }) => {
    task('double', { points: 1 }, () => {
      example('one value', async ({ double }) => equal(await double(Float32Array.of(2)), Float32Array.of(4)));
      property('any values', { values: column() }, async ({ double }, { values }) => {
        equal(
          await double(values),
          values.map((value) => 2 * value),
        );
      });
    });
  },
);

const right: Exercise = { double: async (values) => values.map((value) => 2 * value) };
const wrong: Exercise = {
  double: async (values) => values.map((value) => (value > 100 ? value : 2 * value)),
};
const blank: Exercise = { double: async () => todo('double') };

const run = async (exercise: Exercise, options = { seed: 5 }): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const test of example.tests) outcomes.push(await test.run(direct(exercise), options));
  return outcomes;
};

const failureIn = async (exercise: Exercise, options?: { seed: number; path?: string }) => {
  const outcome = await example.tests[1]!.run(direct(exercise), options ?? { seed: 5 });
  if (outcome.status !== 'failed') throw new Error(`The test ended with ${outcome.status}.`);
  return outcome.failure;
};

describe('a suite is a function of an implementation', () => {
  it('knows its lesson, tasks and tests', () => {
    expect(example.lesson).toBe('99-example');
    expect(example.tasks).toEqual([{ name: 'double', points: 1 }]);
    expect(example.tests.map(({ index, title }) => [index, title])).toEqual([
      [0, 'one value'],
      [1, 'any values'],
    ]);
  });

  it('passes a right one, and says "not started" of a blank one', async () => {
    expect(await run(right)).toEqual([{ status: 'passed' }, { status: 'passed' }]);
    const notStarted = { status: 'not started', exercise: 'double' };
    expect(await run(blank)).toEqual([notStarted, notStarted]);
  });

  it('shows the smallest data on which a wrong one fails, and how to see it again', async () => {
    const failure = await failureIn(wrong);
    expect(failure.again).toMatchObject({ seed: 5, test: 1 });
    const [, list = ''] = /^Float32Array\.of\((.+)\)$/.exec(failure.data?.['values'] ?? '') ?? [];
    const values = list.split(', ').map(Number);
    expect(values.length).toBe(2);
    expect(values.toSorted((left, right) => left - right).at(-1)).toBeLessThanOrEqual(101);
    const again = await failureIn(wrong, { seed: 5, path: failure.again!.path });
    expect({ ...again, again: undefined }).toEqual({ ...failure, again: undefined });
  });

  it('shows the data as it was before an exercise wrote into it', async () => {
    const overwriting: Exercise = { double: async (values) => values.fill(-1) };
    expect((await failureIn(overwriting)).data?.['values']).not.toContain('-1');
  });

  it('does the same on the same seed', async () => {
    expect(await failureIn(wrong)).toEqual(await failureIn(wrong));
  });

  it('tells what an exercise threw', async () => {
    const throwing: Exercise = { double: () => Promise.reject(new TypeError('no such thing')) };
    expect((await failureIn(throwing)).sentence).toBe('Your code threw TypeError: no such thing');
    const text: Exercise = { double: () => Promise.reject('oh') };
    expect((await failureIn(text)).sentence).toContain("threw 'oh'");
    expect((await failureIn({} as Exercise)).sentence).toContain('exports no function named double');
  });

  it('is as quick about a wrong one as about a right one', async () => {
    let calls = 0;
    const counting: Exercise = {
      double: async (values) => {
        calls += 1;
        return values.map((value) => 2.5 * value + 1);
      },
    };
    await failureIn(counting);
    expect(calls).toBeLessThan(400);
  });
});

describe('a property on an implementation that runs several at once', () => {
  /** Takes a moment for each call. @returns the outcome, and how many calls were under way together at most */
  async function several(exercise: Exercise, options: { seed: number; path?: string } = { seed: 5 }) {
    let [calls, underWay, most] = [0, 0, 0];
    const slow: Exercise = {
      double: async (values) => {
        calls += 1;
        most = Math.max(most, ++underWay);
        await new Promise((resolve) => setTimeout(resolve));
        underWay -= 1;
        return exercise.double(values);
      },
    };
    const outcome = await example.tests[1]!.run({ ...direct(slow), atOnce: 8 }, options);
    return { outcome, calls, most };
  }

  it('runs so many and no more, all of them in the end', async () => {
    expect(await several(right)).toEqual({ outcome: { status: 'passed' }, calls: 100, most: 8 });
  });

  it('shows the same data on which a wrong one fails', async () => {
    const { outcome } = await several(wrong);
    expect(outcome).toEqual({ status: 'failed', failure: await failureIn(wrong) });
  });

  it('runs one case alone where one is asked for', async () => {
    const { path } = (await failureIn(wrong)).again!;
    const { outcome, most } = await several(wrong, { seed: 5, path });
    expect(outcome.status).toBe('failed');
    expect(most).toBe(1);
  });

  it('goes no further than the first where that one fails', async () => {
    const { outcome, calls } = await several(blank);
    expect(outcome).toEqual({ status: 'not started', exercise: 'double' });
    expect(calls).toBe(2);
  });

  it('is right in the end about one that cannot do two things at a time', async () => {
    let isBusy = false;
    const alone: Exercise = {
      double: async (values) => {
        if (isBusy) throw new Error('busy');
        isBusy = true;
        await new Promise((resolve) => setTimeout(resolve));
        isBusy = false;
        return right.double(values);
      },
    };
    expect((await several(alone)).outcome).toEqual({ status: 'passed' });
  });
});
