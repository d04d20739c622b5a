import { describe, expect, it } from 'vitest';
import type { Launch } from '#kit/gpu';
import { computedInKernels, Matrix, ranAsKernel, ranInOneLaunch, readsAtMost } from '#kit/testing';

/** A launch that has computed these numbers, in so many columns. */
const launch = (
  numbers: readonly number[],
  columns = numbers.length,
  more: Partial<Launch> = {},
): Launch => ({
  kernel: 'sums',
  output: columns === numbers.length ? [columns] : [columns, numbers.length / columns],
  threads: numbers.length,
  backend: 'cpu',
  argumentSizes: [],
  result: Float32Array.from(numbers),
  ...more,
});
const copies = { copies: true } as const;

describe('ranAsKernel', () => {
  const six = launch([1, 2, 3, 4, 5, 6]);

  it('passes when a kernel with this output computed what came back', () => {
    ranAsKernel([six], [6]);
    ranAsKernel([{ ...six, output: [6, 1] }], [6]);
    ranAsKernel([launch([6, 5, 4, 3, 2, 1]), six], [6], six.result.slice());
    ranAsKernel([launch([1, 2, 3, 4, 5, 6], 3)], [3, 2], new Matrix(2, 3, six.result));
    ranAsKernel([launch([NaN, 0])], [2], Float32Array.of(NaN, -0));
  });

  it.each([
    ['no kernel', [], [6], /none ran/],
    ['another output', [six], [3, 2], /another output size/],
    ['as many threads in lines', [launch([1, 2, 3, 4, 5, 6], 3)], [6], /another output size/],
    ['a kernel that only copies', [{ ...six, ...copies }], [6], /only hands on what it was given/],
    ['one number from elsewhere', [launch([1, 2, 3, 4, 5, 7])], [6], /other numbers than its own/],
    [
      'numbers of two launches',
      [launch([1, 2, 3, 0, 0, 0]), launch([0, 0, 0, 4, 5, 6])],
      [6],
      /than its own/,
    ],
    ['the numbers of a copy', [launch([0, 0, 0, 0, 0, 0]), { ...six, ...copies }], [6], /than its own/],
  ])('fails on %s, in words', (_, seen, output, words) => {
    expect(() => ranAsKernel(seen, output, six.result)).toThrow(words);
  });
});

describe('ranInOneLaunch', () => {
  it('passes when one kernel ran once, and every number that came back is one of its own', () => {
    ranInOneLaunch([launch([1, 2, 3])], 3);
    ranInOneLaunch([launch([1, 2, 3, 4, 5, 6], 3)], 6, [
      { weights: Float32Array.of(1, 2), bias: 3 },
      { weights: Float32Array.of(4, 5), bias: 6 },
    ]);
  });

  it.each([
    ['no kernel', [], /none ran/],
    ['two launches', [launch([1, 2]), launch([3])], /took 2 launches/],
    ['another number of threads', [launch([1, 2])], /another number of threads/],
    ['a kernel that only copies', [launch([1, 2, 3], 3, copies)], /only hands on/],
    ['a bias from elsewhere', [launch([1, 2, 4])], /other numbers than its own/],
  ])('fails on %s, in words', (_, seen, words) => {
    const returned = { weights: Float32Array.of(1, 2), bias: 3 };
    expect(() => ranInOneLaunch(seen, 3, returned)).toThrow(words);
  });
});

describe('computedInKernels', () => {
  const sums = [[9, 12]];
  const lines = launch([1, 2, 3, 4, 5, 6], 2);

  it('passes when launches have computed the numbers, or blocks that they are made of', () => {
    computedInKernels([launch([0, 0]), launch([9, 12])], 'the sums', sums);
    computedInKernels([launch([9.0001, 12])], 'the sums', sums);
    computedInKernels([lines], 'the sums', sums, { lines: 3 });
    computedInKernels([launch([4.5, 6])], 'the sums', [...sums, [4.5, 6]]);
    computedInKernels([launch([9]), launch([12])], 'the sums', sums, { widths: [1], lines: 1 });
  });

  it.each([
    ['no kernel', [], /none ran/],
    ['other numbers', [launch([9, 13])], /it did not compute the sums/],
    ['more lines than may be left', [lines], /it did not compute the sums/],
    ['a kernel that only copies', [launch([9, 12], 2, copies)], /only hands on/],
  ])('fails on %s, in words', (_, seen, words) => {
    expect(() => computedInKernels(seen, 'the sums', sums, { lines: 2 })).toThrow(words);
  });
});

describe('readsAtMost', () => {
  it('passes when kernels computed, and none read more', () => {
    readsAtMost([launch([1], 1, { reads: 4096 }), launch([1], 1, { reads: 3 })], 4096);
  });

  it.each([
    ['no kernel', [], /none ran/],
    [
      'a thread that reads too much',
      [launch([1], 1, { reads: 7 }), launch([2], 1, { reads: 5000 })],
      /too much/,
    ],
    ['reads that nobody counted', [launch([1])], /One thread reads too much/],
    ['a kernel that only copies', [launch([1], 1, { reads: 1, ...copies })], /only hands on/],
  ])('fails on %s, in words', (_, seen, words) => {
    expect(() => readsAtMost(seen, 4096)).toThrow(words);
  });
});
