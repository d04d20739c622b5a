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
        result: new Float32Array(3),
      },
      {
        kernel: 'add',
        output: [2],
        threads: 2,
        backend: name,
        argumentSizes: [[2], []],
        result: Float32Array.of(2, 3),
      },
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

test('a launch keeps what it computed, whatever happens to the result; a table row after row', async () => {
  const { launches } = await recordLaunches(async () => {
    (await add([1, 2], 1)).fill(7);
    const table = gpu.createKernel(
      function (a: number[], b: number[]) {
        return a[this.thread.y]! - b[this.thread.x]!;
      },
      { output: [3, 2] },
    );
    await table([10, 20], [1, 2, 3]);
  });
  expect(launches.map(({ result }) => result)).toEqual([
    Float32Array.of(2, 3),
    Float32Array.of(9, 8, 7, 19, 18, 17),
  ]);
});

test('evidence is plain data, and kept only where it is asked for', async () => {
  const values = Float32Array.of(1, 2);
  const outer = await recordLaunches(async () => {
    const inner = await recordLaunches(() => add(values, 1), { evidence: true });
    values.fill(7);
    return inner;
  });
  expect(outer.launches).toEqual([expect.not.objectContaining({ evidence: expect.anything() })]);
  const [launch] = outer.result.launches;
  expect(launch!.evidence).toEqual({
    source: expect.stringContaining('return values'),
    helpers: {},
    constants: {},
    arguments: [Float32Array.of(1, 2), 1],
    output: [2],
    result: Float32Array.of(2, 3),
  });
  expect(structuredClone(launch)).toEqual(launch);
});

test('a kernel that only hands on what it was given is marked', async () => {
  const { launches } = await recordLaunches(async () => {
    await gpu.createKernel(
      function (values: number[]) {
        return values[this.output.x - 1 - this.thread.x]!;
      },
      { output: [2] },
    )([1, 2]);
    await add([1, 2], 1);
  });
  expect(launches.map(({ copies }) => copies)).toEqual([true, undefined]);
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
