import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';
import { type Backend, gpu, useBackend } from '#kit/gpu';
import { expectPlace, failure } from './failure';

// Learners get around the types: with casts, in plain JavaScript, with data read from somewhere.
const createKernel = gpu.createKernel as (
  kernel: unknown,
  settings?: unknown,
) => (...values: unknown[]) => Promise<unknown>;

const copy = function (this: { thread: { x: number } }, values: number[]) {
  return values[this.thread.x]!;
};

const mistakes: [title: string, settings: unknown, rule: string, words: RegExp, advice?: RegExp][] = [
  ['no settings', undefined, 'no-output', /how many threads/],
  ['settings that are a list', [3], 'no-output', /how many threads/],
  ['no output', {}, 'no-output', /`output` is missing/],
  ['a misspelled output', { ouput: [3] }, 'unknown-setting', /no setting `ouput`/, /`output`/],
  ['a setting of gpu.js itself', { output: [3], pipeline: true }, 'unknown-setting', /`pipeline`/],
  ['a number as output', { output: 3 }, 'output-shape', /the number 3/, /in brackets/],
  ['an empty output', { output: [] }, 'output-shape', /0 sizes/],
  ['three sizes', { output: [2, 2, 2] }, 'output-shape', /3 sizes/],
  ['a typed array as output', { output: Uint32Array.of(3) }, 'output-shape', /no list of sizes/],
  ['no threads', { output: [0] }, 'output-size', /\[0\]/, /empty input/],
  ['a table without rows', { output: [3, 0] }, 'output-size', /\[3, 0\]/],
  ['a negative size', { output: [-3] }, 'output-size', /\[-3\]/],
  ['a fraction of a thread', { output: [2.5] }, 'output-size', /2\.5/],
  ['NaN threads', { output: [NaN] }, 'output-size', /NaN/],
  ['an undefined size', { output: [undefined] }, 'output-size', /undefined/],
  ['a size as text', { output: ['3'] }, 'output-size', /"3"/],
  ['infinitely many threads', { output: [Infinity] }, 'output-size', /Infinity/],
  ['too many threads', { output: [10_000, 10_000] }, 'too-many-threads', /100000000 threads/],
  ['constants that are no object', { output: [3], constants: 5 }, 'constant', /no object/],
  ['an undefined constant', { output: [3], constants: { n: undefined } }, 'missing-value', /`constants.n`/],
  ['a constant as text', { output: [3], constants: { n: '3' } }, 'not-numbers', /the text "3"/],
  ['a boolean constant', { output: [3], constants: { on: true } }, 'not-numbers', /boolean true/],
  ['a Promise as constant', { output: [3], constants: { n: Promise.resolve(3) } }, 'not-awaited', /Promise/],
  ['an empty constant list', { output: [3], constants: { list: [] } }, 'empty', /empty/],
  [
    'a ragged constant',
    { output: [3], constants: { x: [[1, 2], [3]] } },
    'ragged-table',
    /`constants.x\[1\]`/,
  ],
  ['a nameless constant', { output: [3], constants: { 'two words': 1 } }, 'constant', /two words/],
  ['helpers not in a list', { output: [3], functions: copy }, 'helper', /no list/],
  ['a helper that is no function', { output: [3], functions: [3] }, 'helper', /no function/],
  [
    'a helper without a name',
    {
      output: [3],
      functions: [
        (
          () => () =>
            1
        )(),
      ],
    },
    'helper',
    /without a name/,
  ],
];

describe.each<Backend>(['cpu', 'webasm', 'dev'])('on %s', (name) => {
  beforeEach(() => useBackend(name));
  afterEach(() => useBackend('cpu'));

  test.each(mistakes)('%s', async (_, settings, rule, words, advice) => {
    const kernel = createKernel(copy, settings); // here
    const error = await failure(kernel([1, 2, 3]));
    expect(error).toMatchObject({ name: 'KernelError', rule });
    expect(error.words).toMatch(words);
    if (advice !== undefined) expect(error.advice).toMatch(advice);
    expect(error.message).toContain(error.words);
    expectPlace(error, import.meta.filename, 'createKernel(copy, settings); // here');
  });

  test('no function at all', async () => {
    for (const kernel of [undefined, 'values[this.thread.x]', {}]) {
      const error = await failure(createKernel(kernel, { output: [1] })());
      expect(error.rule).toBe('no-kernel');
    }
  });

  test('a mistake rejects every call and createKernel itself never throws', async () => {
    const kernel = createKernel(copy, {});
    await failure(kernel([1]));
    await failure(kernel([1]));
  });
});

const wrongArguments: [title: string, values: unknown[], rule: string, words: RegExp, advice?: RegExp][] = [
  ['too few', [[1, 2]], 'argument-count', /3 arguments \(values, x, factor\).* passes 1/, /`x` and `factor`/],
  ['none', [], 'argument-count', /passes none/],
  ['too many', [[1, 2], [[1]], 3, 4], 'argument-count', /passes 4/],
  ['undefined', [undefined, [[1, 2]], 1], 'missing-value', /`values` is undefined/],
  ['null', [null, [[1, 2]], 1], 'missing-value', /`values` is null/],
  ['a text', ['12', [[1, 2]], 1], 'not-numbers', /`values` is the text "12"/],
  ['texts in a list', [['1', '2'], [[1, 2]], 1], 'not-numbers', /`values\[0\]` is the text "1"/, /Number\(/],
  ['one text in a list', [[1, '2'], [[1, 2]], 1], 'not-numbers', /`values\[1\]` is the text "2"/],
  ['a gap in a list', [[1, undefined, 2], [[1, 2]], 1], 'not-numbers', /`values\[1\]` is undefined/],
  ['texts in a table', [[1, 2], [['1', '2']], 1], 'not-numbers', /`x\[0\]\[0\]` is the text "1"/],
  ['a boolean', [[1, 2], [[1, 2]], true], 'not-numbers', /boolean true/, /1 or 0/],
  ['a bigint', [[1, 2], [[1, 2]], 1n], 'not-numbers', /bigint 1n/],
  ['bigints', [BigInt64Array.of(1n, 2n), [[1, 2]], 1], 'not-numbers', /a BigInt64Array/],
  ['an object', [{ length: 2 }, [[1, 2]], 1], 'not-numbers', /an object/],
  ['a Map', [new Map(), [[1, 2]], 1], 'not-numbers', /a Map/],
  ['a buffer', [new ArrayBuffer(8), [[1, 2]], 1], 'not-numbers', /an? ArrayBuffer/],
  ['a view without elements', [new DataView(new ArrayBuffer(8)), [[1, 2]], 1], 'not-numbers', /a DataView/],
  ['a function', [() => 1, [[1, 2]], 1], 'not-numbers', /a function/],
  [
    'a forgotten await',
    [Promise.resolve([1, 2]), [[1, 2]], 1],
    'not-awaited',
    /`values` is a Promise/,
    /await/,
  ],
  [
    'forgotten awaits in a list',
    [[Promise.resolve(1)], [[1]], 1],
    'not-awaited',
    /`values\[0\]` is a Promise/,
  ],
  ['an empty list', [[], [[1, 2]], 1], 'empty', /0 values/],
  ['an empty column', [new Float32Array(0), [[1, 2]], 1], 'empty', /0 values/],
  ['an empty table', [[1, 2], new Matrix(0, 3), 1], 'empty', /0×3/],
  [
    'a table that is not full',
    [[1, 2], { rows: 2, columns: 2, data: new Float32Array(3) }, 1],
    'not-numbers',
    /no Matrix/,
  ],
  ['an empty row', [[1, 2], [[]], 1], 'empty', /row 0 holds 0 values/],
  ['ragged rows', [[1, 2], [[1, 2], [3]], 1], 'ragged-table', /`x\[1\]` has 1 values, but row 0 has 2/],
  ['a number among rows', [[1, 2], [[1, 2], 3], 1], 'ragged-table', /`x\[1\]` is not a row/],
  ['a row among numbers', [[1, [2]], [[1, 2]], 1], 'not-numbers', /`values\[1\]` is a list/],
  ['three dimensions', [[1, 2], [[[1]]], 1], 'not-numbers', /`x\[0\]\[0\]` is a list/],
  ['a number for a column', [1, [[1, 2]], 1], 'argument-dimensions', /`values` with one subscript.*a number/],
  [
    'a table for a column',
    [[[1, 2]], [[1, 2]], 1],
    'argument-dimensions',
    /`values` with one.*1 row and 2 columns/,
  ],
  [
    'a column for a table',
    [[1, 2], [1, 2], 1],
    'argument-dimensions',
    /`x` with two subscripts.*column of 2/,
  ],
  ['a Matrix for a column', [new Matrix(2, 2), [[1, 2]], 1], 'argument-dimensions', /2 rows and 2 columns/],
  ['a column for a number', [[1, 2], [[1, 2]], [1]], 'argument-dimensions', /`factor` as a number.*1 value/],
];

describe.each<Backend>(['cpu', 'webasm', 'dev'])('arguments on %s', (name) => {
  beforeEach(() => useBackend(name));
  afterEach(() => useBackend('cpu'));

  test.each(wrongArguments)('%s', async (_, values, rule, words, advice) => {
    const kernel: (...values: never[]) => Promise<unknown> = gpu.createKernel(
      function (values: number[], x: number[][], factor: number) {
        return values[this.thread.x]! + x[0]![this.thread.x]! * factor;
      },
      { output: [2] },
    );
    expect(await kernel(...([[1, 2], [[1, 2]], 2] as never[]))).toEqual(Float32Array.of(3, 6));
    const error = await failure(kernel(...(values as never[]))); // the call
    expect(error).toMatchObject({ name: 'KernelError', rule });
    expect(error.words).toMatch(words);
    if (advice !== undefined) expect(error.advice).toMatch(advice);
    // Arguments are wrong where they are passed.
    expectPlace(error, import.meta.filename, '// the call');
    // And the kernel works on.
    expect(await kernel(...([[1, 2], [[1, 2]], 2] as never[]))).toEqual(Float32Array.of(3, 6));
  });
});
