import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';
import {
  type Backend,
  confirmed,
  gpu,
  recordLaunches,
  sampleThreadsBy,
  someEffort,
  useBackend,
} from '#kit/gpu';
import type { Evidence } from '../../src/gpu/evidence';
import { randomKernel } from './random-kernel';

afterEach(() => useBackend('cpu'));

const rowSums = (x: Matrix) =>
  gpu.createKernel(
    function (x: number[][], scale: number) {
      let sum = 0;
      for (let column = 0; column < this.constants.columns; column++) sum += x[this.thread.x]![column]!;
      return sum * scale;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  )(x, 0.1);

const table = () =>
  new Matrix(
    3,
    4,
    Float32Array.from({ length: 12 }, (_, cell) => cell / 3),
  );

/** What a right launch leaves behind. */
async function evidenceOf(body: () => Promise<unknown>): Promise<Evidence> {
  const { launches } = await recordLaunches(body, { evidence: true });
  return launches[0]!.evidence!;
}

describe.each<Backend>(['cpu', 'webasm', 'dev'])('on %s', (name) => {
  test('a launch that took place is confirmed, with what it computed and read', async () => {
    useBackend(name);
    const sums = await rowSums(table());
    const evidence = await evidenceOf(() => rowSums(table()));
    expect(confirmed(structuredClone(evidence), { reads: true })).toMatchObject({
      kernel: expect.stringMatching(/^let sum = 0/),
      output: [3],
      threads: 3,
      backend: name,
      argumentSizes: [[3, 4], []],
      result: sums,
      reads: 4,
    });
  });

  test('so is one with a helper, an array for a constant, and a table for a result', async () => {
    useBackend(name);
    function half(value: number): number {
      return value / 2;
    }
    const evidence = await evidenceOf(() =>
      gpu.createKernel(
        function (values: number[]) {
          return half(values[this.thread.x]!) + this.constants.shifts[this.thread.y]!;
        },
        { output: [2, 3], constants: { shifts: [0.5, 1.5, -1] }, functions: [half] },
      )([0.1, 0.2]),
    );
    expect(confirmed(evidence)).toMatchObject({ output: [2, 3], threads: 6 });
  });
});

test('a local array holds float32, on cpu too', async () => {
  const evidence = await evidenceOf(() =>
    gpu.createKernel(
      function (values: number[]) {
        const pair = [values[this.thread.x]! / 3, 0];
        return pair[0]! - values[this.thread.x]! / 3;
      },
      { output: [2] },
    )([1, 2]),
  );
  expect(evidence.result[0]).not.toBe(0);
  expect(confirmed(evidence)).toBeDefined();
});

test('a kernel of a hundred lines is confirmed', async () => {
  const lines = Array.from({ length: 100 }, () => 'sum += values[this.thread.x] * 2;').join('\n');
  const kernel = new Function(
    `return function (values) { let sum = 0; ${lines} return sum; }`,
  )() as () => number;
  const evidence = await evidenceOf(() =>
    gpu.createKernel(kernel as never, { output: [2] })([1, 2] as never),
  );
  expect(confirmed(evidence)).toBeDefined();
});

// Adding to an infinite number leaves it as it was, and that is no forgery.
const farFrom = (value: number) => (Number.isFinite(value) ? value + Math.abs(value) + 1e30 : 0);

test.each<Backend>(['cpu', 'webasm'])('random kernels are confirmed on %s', async (name) => {
  useBackend(name);
  const check = fc.asyncProperty(randomKernel(), async (kernel) => {
    const { functions, constants, output, args } = kernel;
    const settings = { output: [output[0]!] as const, constants, functions: kernel.makeHelpers() as never };
    const evidence = await evidenceOf(() =>
      gpu.createKernel(kernel.make() as never, settings)(...(args as unknown as never[])),
    );
    expect(Object.keys(evidence.helpers)).toEqual(Object.keys(functions));
    // Where rounding decides which way a thread goes, float32 may honestly have gone the other.
    if (name === 'cpu') expect(confirmed(evidence)).toBeDefined();
    expect(confirmed({ ...evidence, result: evidence.result.map(farFrom) })).toBeUndefined();
  });
  await fc.assert(check, { numRuns: 100 });
});

describe('a forged launch is not confirmed', () => {
  const numbers = { length: 5000 };
  const large = Float32Array.from(numbers, (_, index) => index);

  test.each<[what: string, forge: (right: Evidence) => unknown]>([
    [
      'one number is another',
      (right) => ({ ...right, result: right.result.map((v, i) => (i === 1 ? v + 0.01 : v)) }),
    ],
    ['one number is NaN', (right) => ({ ...right, result: right.result.map((v, i) => (i === 1 ? NaN : v)) })],
    [
      'one number is infinite',
      (right) => ({ ...right, result: right.result.map((v, i) => (i === 1 ? Infinity : v)) }),
    ],
    ['another kernel', (right) => ({ ...right, source: right.source.replace('sum * scale', 'sum + scale') })],
    ['other arguments', (right) => ({ ...right, arguments: [right.arguments[0], 0.2] })],
    ['an argument is missing', (right) => ({ ...right, arguments: right.arguments.slice(1) })],
    ['other constants', (right) => ({ ...right, constants: { columns: 3 } })],
    ['a constant is missing', (right) => ({ ...right, constants: {} })],
    ['a source that does not parse', (right) => ({ ...right, source: 'function (x { return 1; }' })],
    ['a source that is no function', (right) => ({ ...right, source: 'process.exit(0)' })],
    ['an arrow function', (right) => ({ ...right, source: '(x, scale) => 1' })],
    [
      'a source with a mistake in it',
      (right) => ({ ...right, source: 'function (x, scale) { return process.pid; }' }),
    ],
    ['no text for a source', (right) => ({ ...right, source: { toString: () => right.source } })],
    ['a helper that is no text', (right) => ({ ...right, helpers: { half: 1 } })],
    [
      'helpers that call each other',
      (right) => ({
        ...right,
        source: 'function (x, scale) { return a(x[0][0] * scale); }',
        helpers: { a: 'function a(v) { return b(v); }', b: 'function b(v) { return a(v); }' },
      }),
    ],
    ['another output', (right) => ({ ...right, output: [4] })],
    ['an output of lines', (right) => ({ ...right, output: [3, 2] })],
    ['an output that is no list', (right) => ({ ...right, output: 3 })],
    ['a huge output', (right) => ({ ...right, output: [2 ** 40] })],
    ['a fraction of a thread', (right) => ({ ...right, output: [2.5] })],
    ['a result that is too long', (right) => ({ ...right, result: new Float32Array(4) })],
    ['a result in float64', (right) => ({ ...right, result: Float64Array.from(right.result) })],
    [
      'a table that is not filled',
      (right) => ({ ...right, arguments: [{ rows: 3, columns: 4, data: large }, 0.1] }),
    ],
    [
      'a table of no size',
      (right) => ({ ...right, arguments: [{ rows: NaN, columns: 4, data: large }, 0.1] }),
    ],
    ['a list for a column', (right) => ({ ...right, arguments: [[1, 2, 3], 0.1] })],
    ['a Proxy for an argument', (right) => ({ ...right, arguments: [new Proxy({}, {}), 0.1] })],
    ['a long list of arguments', (right) => ({ ...right, arguments: Array.from(numbers, () => 1) })],
    [
      'very many constants',
      (right) => ({
        ...right,
        constants: Object.fromEntries(Array.from(numbers, (_, index) => [`c${index}`, index])),
      }),
    ],
    [
      'an array whose length says something else',
      (right) => ({
        ...right,
        result: Object.defineProperty(new Float32Array(9), 'length', { value: 3 }),
      }),
    ],
    [
      'an array of a class of its own',
      (right) => ({ ...right, result: new (class extends Float32Array {})(right.result) }),
    ],
    ['a long source', (right) => ({ ...right, source: `${right.source}${' '.repeat(20_000)}` })],
    [
      'a large source',
      (right) => ({ ...right, source: `function (x, scale) { return ${'1 + '.repeat(2000)} 1; }` }),
    ],
    [
      'a deep source',
      (right) => ({
        ...right,
        source: `function (x, scale) { return ${'-('.repeat(4000)}1${')'.repeat(4000)}; }`,
      }),
    ],
    ['null', () => null],
    ['nothing', () => undefined],
    ['a number', () => 7],
    ['a text', (right) => JSON.stringify(right)],
    ['an empty object', () => ({})],
    ['a function', (right) => () => right],
  ])('%s', async (_, forge) => {
    const right = await evidenceOf(() => rowSums(table()));
    expect(confirmed(right)).toBeDefined();
    expect(confirmed(forge(right))).toBeUndefined();
  });

  test('a cycle is not walked', async () => {
    const right = { ...(await evidenceOf(() => rowSums(table()))) } as Record<string, unknown>;
    right['arguments'] = [right, 0.1];
    expect(confirmed(right)).toBeUndefined();
  });

  test('getters are not asked, and a Proxy that throws is only refused', async () => {
    const right = await evidenceOf(() => rowSums(table()));
    let asked = 0;
    for (const key of Object.keys(right)) {
      const get = () => ((asked += 1), right[key as keyof Evidence]);
      expect(confirmed(Object.defineProperty({ ...right }, key, { get, enumerable: true }))).toBeUndefined();
    }
    expect(asked).toBe(0);
    const thrower = new Proxy(right, {
      getOwnPropertyDescriptor: () => {
        throw new Error('mine');
      },
    });
    expect(confirmed(thrower)).toBeUndefined();
    expect(confirmed(Object.create(right))).toBeUndefined();
  });

  test('one wrong number among thousands of sums is found where it stands at an end', async () => {
    const right = await evidenceOf(() =>
      gpu.createKernel(
        function (values: number[]) {
          return values[this.thread.x]! * 2;
        },
        { output: [5000] },
      )(large),
    );
    expect(confirmed(right)).toBeDefined();
    const result = right.result.slice();
    result[4999]! += 1;
    expect(confirmed({ ...right, result })).toBeUndefined();
  });
});

test('where not all threads are looked at, a seed decides whether a lie is found', async () => {
  const right = await evidenceOf(() =>
    gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]! * 2 + 1;
      },
      { output: [300_000] },
    )(new Float32Array(300_000)),
  );
  // None of these is among the threads that are always looked at.
  const lie = { ...right, result: right.result.map((value, thread) => (thread % 50 === 26 ? 7 : value)) };
  const isFound = (seed: number) => {
    sampleThreadsBy(seed);
    return confirmed(lie) === undefined;
  };
  const seeds = Array.from({ length: 12 }, (_, index) => index);
  const once = seeds.map(isFound);
  expect(new Set(once).size).toBe(2);
  expect(seeds.map(isFound)).toEqual(once);
});

describe('what would take too long is given up', () => {
  const value = 'function (s) { let sum = s;';
  const rounds = 'for (let i = 0; i < this.constants.n; i++)';
  const base = {
    helpers: {},
    constants: { n: 2 ** 30 },
    arguments: [1],
    output: [1],
    result: Float32Array.of(7),
  };
  const names = [...'abcdefgh'];
  const helpers = Object.fromEntries(
    names.map((name, index) => {
      const next = names[index + 1];
      const inner = next === undefined ? 'v' : Array.from({ length: 20 }, () => `${next}(v)`).join(' + ');
      return [name, `function ${name}(v) { return ${inner}; }`];
    }),
  );
  const chain = (init: string, next: (last: string) => string) => {
    const lines = Array.from({ length: 12 }, (_, index) => {
      const last = index === 0 ? init : next(`b${index - 1}`);
      return `const b${index} = ${last};`;
    });
    return lines.join(' ');
  };
  const sum = (name: string) => Array.from({ length: 12 }, () => name).join(' + ');
  const both = (name: string) => Array.from({ length: 12 }, () => name).join(' && ');

  test.each<[what: string, evidence: unknown]>([
    ['a loop without end', { ...base, source: `${value} ${rounds} sum += i; return sum; }` }],
    [
      'loops within loops',
      {
        ...base,
        source: `${value} ${rounds} for (let j = 0; j < this.constants.n; j++) sum += j; return sum; }`,
      },
    ],
    [
      'a loop that steps back',
      { ...base, source: `${value} for (let i = 0; i < 9; i -= s * 0) sum += 1; return sum; }` },
    ],
    [
      'helpers that call helpers that call helpers',
      { ...base, helpers, source: 'function (s) { return a(s); }' },
    ],
    [
      'numbers that stand for sums of numbers',
      {
        ...base,
        source: `function (s) { ${chain('this.thread.x', sum)} let t = s; for (let i = 0; i < b11; i++) t += 1; return t; }`,
      },
    ],
    [
      'conditions that stand for conditions',
      { ...base, source: `function (s) { ${chain('s > 1', both)} if (b11) { return 2; } return b11 + 1; }` },
    ],
    [
      'places that stand for places',
      {
        ...base,
        arguments: [Float32Array.of(1)],
        source: `function (s) { ${chain('this.thread.x', sum)} return s[b11] + 1; }`,
      },
    ],
  ])('%s', (_, evidence) => {
    // Without a bound it would be hours.
    expect(confirmed(evidence)).toBeUndefined();
  });

  test('many launches take no longer than their common effort allows', async () => {
    const right = await evidenceOf(() => rowSums(table()));
    const effort = someEffort();
    expect(confirmed(right, { effort })).toBeDefined();
    const spent = someEffort().left - effort.left;
    expect(spent).toBeGreaterThan(0);
    effort.left = 2.5 * spent;
    const answers = Array.from({ length: 4 }, () => confirmed(right, { effort }));
    expect(answers.map((launch) => launch !== undefined)).toEqual([true, true, false, false]);
  });
});

test('a launch that copies is confirmed, and marked', async () => {
  const evidence = await evidenceOf(() =>
    gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]!;
      },
      { output: [2] },
    )([1, 2]),
  );
  expect(confirmed(evidence)).toMatchObject({ copies: true });
});
