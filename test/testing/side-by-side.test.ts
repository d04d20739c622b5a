import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Matrix } from '#kit/data';
import { todo } from '#kit/todo';
import { column, holds, refuses, suite, type Suite } from '#kit/testing';
import { apart } from '../../src/testing/side-by-side/apart';
import { snapshotOf } from '../../src/testing/diagnosis/snapshot';
import { sideBySide, type CallsBeside } from '#kit/testing/side-by-side';

interface Lesson {
  total(values: Float32Array): number;
  visit(values: Float32Array, each: (value: number) => Promise<void>): Promise<void>;
  counter(): { add(by: number): void; sum(): number };
}

/** Each call of the test's own function takes so long, and each of the exercise's. */
const LONG = 1000;
let now = 0;
const takes = (milliseconds: number) => {
  now += milliseconds;
};

const lesson: Suite<Lesson> = suite<Lesson>(
  { url: 'file:///course/lessons/99-own/exercise.test.ts' },
  () => Promise.resolve({}),
  ({ task, example, property }) => {
    task('total', { points: 1 }, () => {
      property('it is some number', { values: column() }, async ({ total }, { values }) => {
        takes(LONG);
        const got = await total(values);
        holds(Number.isFinite(got), 'It is none.');
      });
      example('nothing is refused', async ({ total }) => {
        await refuses(() => total(new Float32Array(0)), 0);
      });
    });
    task('visit', { points: 1 }, () => {
      property('each is visited', { values: column() }, async ({ visit }, { values }) => {
        await visit(values, async () => takes(LONG));
      });
    });
    task('counter', { points: 1 }, () => {
      example('it counts', async ({ counter }) => {
        takes(LONG);
        const { add, sum } = await counter();
        await add(2);
        await add(3);
        holds((await sum()) === 5, 'It does not.');
      });
    });
  },
);

const solution: Lesson = {
  total(values) {
    if (values.length === 0) throw new RangeError('There are 0 values.');
    takes(1);
    return values.reduce((sum, value) => sum + value, 0);
  },
  async visit(values, each) {
    takes(2);
    for (const value of values) await each(value);
  },
  counter() {
    let sum = 0;
    return { add: (by) => void (sum += by), sum: () => sum };
  },
};

async function compared(yours: Partial<Lesson>): Promise<Map<string, CallsBeside>> {
  const sides = { yours: { ...solution, ...yours }, solution };
  const calls = await sideBySide(lesson, sides, { seed: 7, measuring: 100 * LONG });
  return new Map(calls.map((each) => [each.call, each]));
}

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1e-6));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('two implementations side by side', () => {
  it('are the same in every call, to the last digit, when they are the same', async () => {
    const calls = await compared({});
    expect([...calls.keys()]).toEqual(['total', 'visit', 'counter', 'counter().add', 'counter().sum']);
    for (const each of calls.values()) {
      expect(each).toMatchObject({ kind: 'call', differing: 0, apart: 0, notWritten: false });
      expect(each.calls).toBeGreaterThan(1);
    }
    expect(calls.get('total')?.refused).toBe(1);
  });

  it('are the same but for rounding, when one adds in float32', async () => {
    const total = (values: Float32Array) => {
      if (values.length === 0) throw new RangeError('There are 0 values.');
      return 3 * values.reduceRight((sum, value) => Math.fround(sum + value / 3), 0);
    };
    const calls = (await compared({ total })).get('total');
    expect(calls?.differing).toBe(0);
    expect(calls?.apart).toBeGreaterThan(0);
    expect(calls?.apart).toBeLessThan(1e-6);
  });

  it('differ, and by how much, when one is wrong', async () => {
    const total = (values: Float32Array) => 1.25 * solution.total(values);
    const calls = (await compared({ total })).get('total');
    expect(calls?.differing).toBeGreaterThan(0.8 * (calls?.calls ?? 0));
    expect(calls?.apart).toBeCloseTo(0.2, 5);
  });

  it('differ when only one refuses', async () => {
    const total = (values: Float32Array) => (values.length === 0 ? 0 : solution.total(values));
    const calls = (await compared({ total })).get('total');
    expect(calls).toMatchObject({ differing: 1, refused: 0, apart: 0 });
  });

  it('differ by no number when one gives something else', async () => {
    const total = (() => new Float32Array(2)) as unknown as Lesson['total'];
    expect((await compared({ total })).get('total')).toMatchObject({ apart: null });
  });

  it('tells that an exercise is not written', async () => {
    const calls = await compared({ total: () => todo('total') });
    expect(calls.get('total')).toMatchObject({ calls: 0, notWritten: true, time: null });
    expect(calls.get('visit')).toMatchObject({ differing: 0, notWritten: false });
  });

  it('times the calls alone, without what the test does, and says who takes longer', async () => {
    const total = (values: Float32Array) => {
      const sum = solution.total(values);
      takes(2);
      return sum;
    };
    const time = (await compared({ total })).get('total')?.time;
    expect(time?.yours).toBeCloseTo(3000, 0);
    expect(time?.solution).toBeCloseTo(1000, 0);
    expect(time).toMatchObject({ unit: 'microseconds', longer: 1, numbers: [2, 21] });
  });

  it('does not count what functions of the test’s take that an exercise calls', async () => {
    const time = (await compared({})).get('visit')?.time;
    expect(time?.yours).toBeCloseTo(2000, 0);
    expect(time?.solution).toBeCloseTo(2000, 0);
  });

  it('tells before each test which exercise it is about', async () => {
    const told: string[] = [];
    const sides = { yours: solution, solution };
    await sideBySide(lesson, sides, { seed: 7, measuring: 0, onTest: (exercise) => told.push(exercise) });
    expect([...new Set(told)]).toEqual(['total', 'visit', 'counter']);
  });
});

describe('properties side by side', () => {
  interface Judge {
    properties(): object;
  }
  const judges = (makes: () => object): Judge => ({ properties: makes });
  const twice: Suite<Judge> = suite<Judge>(
    { url: 'file:///course/lessons/99-own/exercise.test.ts' },
    () => Promise.resolve({}),
    ({ task, example }) => {
      task('properties', { points: 1 }, () => {
        example('they judge', async (_, { tryProperties, seed }) => {
          const subjects = [(value: number) => 2 * value, (value: number) => value + 1];
          await tryProperties('properties', subjects, { seed, runs: 2000, shrink: true });
        });
      });
    },
  );

  it('are compared by their verdicts', async () => {
    const { default: fc } = await import('fast-check');
    const property = (fits: (got: number, value: number) => boolean) => ({
      'a fact': (subject: (value: number) => number) =>
        fc.asyncProperty(fc.integer({ min: 2, max: 9 }), async (value) => fits(subject(value), value)),
    });
    const right = judges(() => property((got, value) => got === 2 * value));
    const strong = judges(() => property((got, value) => got - value === value));
    const weak = judges(() => property((got, value) => got > value));
    const verdicts = async (yours: Judge) => {
      const [only] = await sideBySide(twice, { yours, solution: right }, { seed: 7, measuring: 0 });
      return only;
    };
    expect(await verdicts(strong)).toMatchObject({ kind: 'verdict', calls: 2, differing: 0 });
    expect(await verdicts(weak)).toMatchObject({ kind: 'verdict', calls: 2, differing: 1 });
  });
});

describe('how far results are apart', () => {
  const between = (left: unknown, right: unknown) => apart(snapshotOf(left), snapshotOf(right));

  it.each([
    ['the same', [1, 2], [1, 2], 0],
    ['a column', Float32Array.of(1, 4), Float32Array.of(1.5, 4), 0.125],
    [
      'parts, each by its own size',
      { weights: Float32Array.of(1000), bias: 1 },
      { weights: Float32Array.of(1000), bias: 2 },
      0.5,
    ],
    ['a table of another shape', new Matrix(2, 3), new Matrix(3, 2), Infinity],
    ['NaN and a number', NaN, 1, Infinity],
    ['NaN twice', NaN, NaN, 0],
    ['Infinity and a number', Infinity, 1, Infinity],
    ['two errors', new RangeError('0'), new TypeError('none'), 0],
    ['0 and −0', 0, -0, 0],
  ])('%s', (_, left, right, expected) => {
    expect(between(left, right)).toBe(expected);
    expect(between(right, left)).toBe(expected);
  });
});
