import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';
import { type Backend, checkKernels, gpu, useBackend } from '#kit/gpu';
import { expectPlace, failure } from './failure';
import { outside, third } from './imported-helper';

const two = { output: [2] } as const;
const values = Float32Array.of(1, 2);

/** What a learner may do wrong: the call, the rule that names it, and the learner's own line. */
const mistakes: [title: string, call: () => Promise<unknown>, rule: string, code: string][] = [
  [
    'a variable from around the kernel',
    () => {
      const mean = 3;
      return gpu.createKernel(function (values: number[]) {
        return values[this.thread.x]! - mean;
      }, two)(values);
    },
    'outer-variable',
    'return values[this.thread.x]! - mean;',
  ],
  [
    'an object from around the kernel',
    () => {
      const settings = { by: 3 };
      return gpu.createKernel(function (values: number[]) {
        const value = values[this.thread.x]!;
        return value * settings.by;
      }, two)(values);
    },
    'outer-object',
    'return value * settings.by;',
  ],
  [
    'an imported constant',
    () =>
      gpu.createKernel(function (values: number[]) {
        return values[this.thread.x]! * outside.factor;
      }, two)(values),
    'outer-object',
    '* outside.factor;',
  ],
  [
    '.length',
    () =>
      gpu.createKernel(function (values: number[]) {
        let sum = 0;
        for (let i = 0; i < values.length; i++) sum += values[i]!;
        return sum;
      }, two)(values),
    'length',
    'i < values.length;',
  ],
  [
    '.reduce',
    () =>
      gpu.createKernel(function (values: number[]) {
        return values.reduce((sum, value) => sum + value, 0);
      }, two)(values),
    'array-method',
    'values.reduce(',
  ],
  [
    'for … of',
    () =>
      gpu.createKernel(function (values: number[]) {
        let sum = 0;
        for (const value of values) sum += value;
        return sum;
      }, two)(values),
    'for-of',
    'for (const value of values)',
  ],
  [
    'a helper that is not listed',
    () => {
      function halved(value: number) {
        return value / 2;
      }
      return gpu.createKernel(function (values: number[]) {
        return halved(values[this.thread.x]!);
      }, two)(values);
    },
    'unlisted-helper',
    'return halved(',
  ],
  [
    'an imported helper that is not listed',
    () =>
      gpu.createKernel(function (values: number[]) {
        return third(values[this.thread.x]!);
      }, two)(values),
    'unlisted-helper',
    'return third(',
  ],
  [
    'no return',
    () =>
      gpu.createKernel(
        // @ts-expect-error so says TypeScript too
        function (values: number[]) {
          if (values[this.thread.x]! > 1) return 1;
        },
        two,
      )(values),
    'missing-return',
    '',
  ],
  [
    'a variable without a value',
    () =>
      gpu.createKernel(function (values: number[]) {
        let sum;
        sum = values[this.thread.x]!;
        return sum;
      }, two)(values),
    'no-value',
    'let sum;',
  ],
  [
    'console.log',
    () =>
      gpu.createKernel(function (values: number[]) {
        console.log(values[0]);
        return 1;
      }, two)(values),
    'global',
    'console.log(values[0]);',
  ],
  [
    'an arrow function',
    () => gpu.createKernel((values: number[]) => values[0]!, two)(values),
    'arrow-function',
    '(values: number[]) => values[0]!',
  ],
  [
    'a loop to an argument',
    () =>
      gpu.createKernel(function (values: number[], n: number) {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += values[i]!;
        return sum;
      }, two)(values, 2),
    'open-loop',
    'for (let i = 0; i < n; i++)',
  ],
  [
    'while',
    () =>
      gpu.createKernel(function (values: number[]) {
        let i = 0;
        while (i < 5) i += 1;
        return values[0]! + i;
      }, two)(values),
    'open-loop',
    'while (i < 5)',
  ],
  [
    'a name used twice, in an inner block',
    () =>
      gpu.createKernel(function (values: number[]) {
        let sum = values[this.thread.x]!;
        if (sum > 0) {
          let sum = 5;
          if (sum > 4) return 1;
        }
        return sum;
      }, two)(values),
    'name-twice',
    'let sum = 5;',
  ],
  [
    'writing to an argument',
    () =>
      gpu.createKernel(function (values: number[]) {
        values[this.thread.x] = 0;
        return 1;
      }, two)(values),
    'writes-argument',
    'values[this.thread.x] = 0;',
  ],
  [
    'a constant that is not there',
    () =>
      gpu.createKernel(
        function (values: number[]) {
          // @ts-expect-error so says TypeScript too
          return values[this.thread.x]! * this.constants.factor;
        },
        { output: [2], constants: { factr: 2 } },
      )(values),
    'unknown-constant',
    'this.constants.factor;',
  ],
  [
    'Math.hypot',
    () =>
      gpu.createKernel(function (values: number[]) {
        return Math.hypot(values[0]!, values[1]!);
      }, two)(values),
    'unknown-math',
    'Math.hypot(',
  ],
  [
    'a function that calls itself',
    () =>
      gpu.createKernel(function again(value: number): number {
        // @ts-expect-error so says TypeScript too
        return value > 1 ? again(value - 1) : 1;
      }, two)(3),
    'recursion',
    'again(value - 1)',
  ],
  [
    'an async function',
    () =>
      gpu.createKernel(
        // @ts-expect-error a kernel returns a number
        async function (values: number[]) {
          return values[0]!;
        },
        two,
      )(values),
    'async-function',
    'async function',
  ],
];

/** Reads outside an array: seen only with the arguments. */
const outsideReads: [title: string, call: () => Promise<unknown>, code: string][] = [
  [
    'one past the end of a column',
    () =>
      gpu.createKernel(function (values: number[]) {
        return values[this.thread.x + 1]! - values[this.thread.x]!;
      }, two)(values),
    'values[this.thread.x + 1]',
  ],
  [
    'before the beginning',
    () =>
      gpu.createKernel(function (values: number[]) {
        const before = values[this.thread.x - 1]!;
        return before;
      }, two)(values),
    'values[this.thread.x - 1]',
  ],
  [
    'more threads than values',
    () =>
      gpu.createKernel(
        function (values: number[]) {
          return values[this.thread.x]! * 2;
        },
        { output: [5000] },
      )(values),
    'return values[this.thread.x]! * 2;',
  ],
  [
    'rows and columns swapped',
    () =>
      gpu.createKernel(
        function (x: number[][]) {
          return x[this.thread.x]![this.thread.y]!;
        },
        { output: [3, 2] },
      )(new Matrix(2, 3)),
    'x[this.thread.x]![this.thread.y]!',
  ],
  [
    'output sizes swapped',
    () =>
      gpu.createKernel(
        function (x: number[][]) {
          return x[this.thread.y]![this.thread.x]!;
        },
        { output: [2, 3] },
      )(new Matrix(2, 3)),
    'x[this.thread.y]![this.thread.x]!',
  ],
  [
    'a loop one too long',
    () =>
      gpu.createKernel(
        function (x: number[][]) {
          let sum = 0;
          for (let i = 0; i <= this.constants.n; i++) {
            sum += x[this.thread.x]![i]!;
          }
          return sum;
        },
        { output: [2], constants: { n: 3 } },
      )(new Matrix(2, 3)),
    'sum += x[this.thread.x]![i]!;',
  ],
  [
    'a constant list that is too short',
    () =>
      gpu.createKernel(
        function () {
          return this.constants.list[this.thread.x]!;
        },
        { output: [4], constants: { list: [1, 2, 3] } },
      )(),
    'return this.constants.list[this.thread.x]!;',
  ],
];

describe.each<Backend>(['cpu', 'webasm', 'dev'])('on %s', (name) => {
  beforeEach(() => {
    useBackend(name);
    checkKernels(true);
  });
  afterEach(() => {
    useBackend('cpu');
    checkKernels(false);
  });

  test.each(mistakes)('%s', async (_, call, rule, code) => {
    const error = await failure(call());
    expect(error.rule).toBe(rule);
    expect(error.words).not.toContain('__');
    expectPlace(error, import.meta.filename, code);
    expect(error.cause).toBeUndefined();
  });

  test.each(outsideReads)('%s', async (_, call, code) => {
    const error = await failure(call());
    expect(error.rule).toBe('outside-read');
    expectPlace(error, import.meta.filename, code);
  });

  test.each(mistakes)('%s, also while nobody checks', async (_, call, rule) => {
    checkKernels(false);
    expect((await failure(call())).rule).toBe(rule);
  });

  test('a mistake inside a helper is found in the helper', async () => {
    function halved(value: number) {
      const half = value / 2;
      return half * outside.factor;
    }
    const kernel = gpu.createKernel(
      function (values: number[]) {
        return halved(values[this.thread.x]!);
      },
      { output: [2], functions: [halved] },
    );
    const error = await failure(kernel([1, 2]));
    expect(error.rule).toBe('outer-object');
    expectPlace(error, import.meta.filename, 'return half * outside.factor;');
  });

  test('the message has a few plain lines, and the stack begins at the call', async () => {
    const kernel = gpu.createKernel(function (values: number[]) {
      return values[this.thread.x]! * outside.factor;
    }, two);
    const error = await failure(kernel(values));
    expect(error.message.split('\n')).toEqual([
      error.words,
      error.advice,
      expect.stringMatching(/^test\/gpu\/traps\.test\.ts, line \d+: {2}return values\[.*outside\.factor;$/),
    ]);
    expect(error.stack?.split('\n    at ')[1]).toContain('traps.test.ts');
  });

  test('an imported helper works when it is listed', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        return third(values[this.thread.x]!) + 1;
      },
      { output: [2], functions: [third] },
    );
    expect(await kernel([3, 6])).toEqual(Float32Array.of(2, 3));
  });

  test('a loop of more than 1,000 rounds runs to its end', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        let sum = 0;
        for (let i = 0; i < this.constants.n; i++) sum += values[i]!;
        return sum;
      },
      { output: [1], constants: { n: 4096 } },
    );
    expect(await kernel(new Float32Array(4096).fill(1))).toEqual(Float32Array.of(4096));
  });
});
