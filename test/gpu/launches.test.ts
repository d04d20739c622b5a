import { afterEach, describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';
import { type Backend, gpu, recordLaunches, useBackend } from '#kit/gpu';
import { failure } from './failure';

afterEach(() => useBackend('cpu'));

const add = (values: ArrayLike<number>, by: number) =>
  gpu.createKernel(
    function add(values: number[], by: number) {
      return values[this.thread.x]! + by;
    },
    { output: [values.length] },
  )(values, by);

const rowSums = (x: Matrix) =>
  gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let column = 0; column < this.constants.columns; column++) sum += x[this.thread.x]![column]!;
      return sum;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  )(x);

describe.each<Backend>(['cpu', 'webasm', 'dev'])('on %s', (name) => {
  test('a recording tells what was launched, in order, as plain data', async () => {
    useBackend(name);
    const { result, launches } = await recordLaunches(async () => {
      await rowSums(new Matrix(3, 5));
      return add([1, 2], 1);
    });
    expect(result).toEqual(Float32Array.of(2, 3));
    expect(launches).toEqual([
      {
        kernel: expect.stringMatching(/^let sum = 0/),
        output: [3],
        threads: 3,
        backend: name,
        argumentSizes: [[3, 5]],
      },
      { kernel: 'add', output: [2], threads: 2, backend: name, argumentSizes: [[2], []] },
    ]);
    expect(structuredClone(launches)).toEqual(launches);
  });

  test('reads are the most values that one thread reads', async () => {
    useBackend(name);
    const triangle = () =>
      gpu.createKernel(
        function triangle(values: number[]) {
          let sum = 0;
          for (let index = 0; index < this.constants.n; index++) {
            if (index <= this.thread.x) sum += values[index]!;
          }
          return sum;
        },
        { output: [9, 2], constants: { n: 9 } },
      )(new Float32Array(9));
    const { launches } = await recordLaunches(
      async () => {
        await rowSums(new Matrix(3, 5));
        await triangle();
      },
      { reads: true },
    );
    expect(launches.map(({ reads }) => reads)).toEqual([5, 9]);
  });
});

test('a recording inside another one: the outer sees both, the inner its own', async () => {
  const outer = await recordLaunches(async () => {
    await add([1], 1);
    const inner = await recordLaunches(() => add([1, 2], 1), { reads: true });
    await add([1, 2, 3], 1);
    return inner;
  });
  expect(outer.launches.map(({ threads }) => threads)).toEqual([1, 2, 3]);
  expect(outer.launches.every((launch) => !('reads' in launch))).toBe(true);
  expect(outer.result.launches.map(({ threads, reads }) => [threads, reads])).toEqual([[2, 1]]);
});

test('what does not start is not in the log, and a failing body passes its error on', async () => {
  const { launches } = await recordLaunches(() => failure(add([], 1)));
  expect(launches).toEqual([]);
  await expect(recordLaunches(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  const after = await recordLaunches(() => add([1], 1));
  expect(after.launches).toHaveLength(1);
});

test('a kernel on the host leaves no launch', async () => {
  const { launches } = await recordLaunches(async () => Float32Array.of(1).map((value) => value + 1));
  expect(launches).toEqual([]);
});
