import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';
import { type Backend, gpu, useBackend } from '#kit/gpu';
import { countCompilations } from '../../src/gpu/compiled-kernels';

/** How many kernels are compiled while `body` runs. */
async function compilations(body: () => Promise<unknown>): Promise<number> {
  const before = countCompilations();
  await body();
  return countCompilations() - before;
}

describe.each<Backend>(['cpu', 'webasm'])('on %s', (name) => {
  beforeEach(() => useBackend(name));
  afterEach(() => useBackend('cpu'));

  const square = (size: number) =>
    gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]! * values[this.thread.x]!;
      },
      { output: [size] },
    );

  test('a kernel is compiled once, however often it is asked for and whatever its output size', async () => {
    await square(1)([1]);
    const count = await compilations(async () => {
      for (let size = 1; size < 20; size++) {
        expect(await square(size)(new Float32Array(size).fill(3))).toEqual(new Float32Array(size).fill(9));
      }
    });
    expect(count).toBe(0);
  });

  test('two handles of one kernel with different outputs take turns', async () => {
    const two = square(2);
    const four = square(4);
    const values = Float32Array.of(1, 2, 3, 4);
    for (let turn = 0; turn < 3; turn++) {
      expect(await two(values)).toEqual(Float32Array.of(1, 4));
      expect(await four(values)).toEqual(Float32Array.of(1, 4, 9, 16));
    }
  });

  test('columns and tables of changing sizes are read right', async () => {
    const cell = (columns: number, rows: number) =>
      gpu.createKernel(
        function (x: number[][], factor: number) {
          return x[this.thread.y]![this.thread.x]! * factor;
        },
        { output: [columns, rows] },
      );
    for (const [rows, columns] of [
      [2, 3],
      [3, 2],
      [1, 6],
      [6, 1],
      [2, 3],
      [5, 4],
    ] as const) {
      const x = new Matrix(
        rows,
        columns,
        Float32Array.from({ length: rows * columns }, (_, index) => index),
      );
      const expected = new Matrix(
        rows,
        columns,
        x.data.map((value) => value * 2),
      );
      expect(await cell(columns, rows)(x, 2)).toEqual(expected);
    }
    const first = gpu.createKernel(
      function (x: number[][], row: number) {
        return x[row]![this.thread.x]!;
      },
      { output: [2] },
    );
    expect(await first(new Matrix(2, 3, Float32Array.of(1, 2, 3, 4, 5, 6)), 1)).toEqual(
      Float32Array.of(4, 5),
    );
    expect(await first(new Matrix(3, 2, Float32Array.of(1, 2, 3, 4, 5, 6)), 1)).toEqual(
      Float32Array.of(3, 4),
    );
    expect(await first(new Matrix(2, 3, Float32Array.of(1, 2, 3, 4, 5, 6)), 1)).toEqual(
      Float32Array.of(4, 5),
    );
  });

  test('a loop to this.output.x runs to its end, also when the output grows', async () => {
    const count = (threads: number) =>
      gpu.createKernel(
        function () {
          let rounds = 0;
          for (let round = 0; round < this.output.x; round++) rounds += 1;
          return rounds;
        },
        { output: [threads] },
      );
    expect((await count(3)())[0]).toBe(3);
    expect((await count(2500)())[2499]).toBe(2500);
  });

  const plus = (constants: { add: number; list: ArrayLike<number> }) =>
    gpu.createKernel(
      function () {
        return this.constants.add + this.constants.list[this.thread.x]!;
      },
      { output: [2], constants },
    );

  test('other constants make another kernel, the same constants the same one', async () => {
    expect(await plus({ add: 1, list: [1, 2] })()).toEqual(Float32Array.of(2, 3));
    expect(await plus({ add: 2, list: [1, 2] })()).toEqual(Float32Array.of(3, 4));
    expect(await plus({ add: 1, list: [1, 5] })()).toEqual(Float32Array.of(2, 6));
    const count = await compilations(async () => {
      expect(await plus({ add: 1, list: [1, 2] })()).toEqual(Float32Array.of(2, 3));
      expect(await plus({ add: 2, list: Float32Array.of(1, 2) })()).toEqual(Float32Array.of(3, 4));
    });
    expect(count).toBe(0);
  });

  test('a constant list that changes is seen by the next createKernel, and never by a held kernel', async () => {
    const list = Float32Array.of(1, 2);
    const held = plus({ add: 10, list });
    list.fill(5);
    expect(await held()).toEqual(Float32Array.of(11, 12));
    expect(await plus({ add: 10, list })()).toEqual(Float32Array.of(15, 15));
    list.fill(6);
    expect(await held()).toEqual(Float32Array.of(11, 12));
    expect(await plus({ add: 10, list })()).toEqual(Float32Array.of(16, 16));
  });

  test('a constant table that changes is seen by the next createKernel', async () => {
    const x = new Matrix(1, 2, Float32Array.of(1, 2));
    const read = () =>
      gpu.createKernel(
        function () {
          return this.constants.x[0]![this.thread.x]!;
        },
        { output: [2], constants: { x } },
      )();
    expect(await read()).toEqual(Float32Array.of(1, 2));
    x.data[0] = 9;
    expect(await read()).toEqual(Float32Array.of(9, 2));
  });

  test('the same text with other helpers is another kernel', async () => {
    const withHelper = (functions: [(value: number) => number]) => {
      const change = functions[0];
      return gpu.createKernel(
        function (values: number[]) {
          return change(values[this.thread.x]!);
        },
        { output: [1], functions },
      );
    };
    const doubled = (() => {
      return function change(value: number) {
        return value * 2;
      };
    })();
    const tripled = (() => {
      return function change(value: number) {
        return value * 3;
      };
    })();
    expect(await withHelper([doubled])([5])).toEqual(Float32Array.of(10));
    expect(await withHelper([tripled])([5])).toEqual(Float32Array.of(15));
  });

  test('hundreds of constants do not fill the memory, and an old kernel still works', async () => {
    const oldest = plus({ add: -1, list: [1, 2] });
    await oldest();
    for (let add = 1000; add < 1250; add++) await plus({ add, list: [1, 2] })();
    expect(await oldest()).toEqual(Float32Array.of(0, 1));
    const again = await compilations(() => plus({ add: 1000, list: [1, 2] })());
    expect(again).toBe(1);
    expect(await compilations(() => plus({ add: 1249, list: [1, 2] })())).toBe(0);
  });
});

test('a kernel that is held changes its backend with useBackend', async () => {
  const sum = gpu.createKernel(
    function (values: number[]) {
      return values[0]! + values[1]!;
    },
    { output: [1] },
  );
  useBackend('cpu');
  // 2²⁴ + 1 needs float64; in float32 it is 2²⁴. The result shows it after subtracting.
  const difference = gpu.createKernel(
    function (a: number, b: number) {
      return a + b - a;
    },
    { output: [1] },
  );
  expect(await difference(2 ** 24, 1)).toEqual(Float32Array.of(1));
  expect(await sum([1, 2])).toEqual(Float32Array.of(3));
  useBackend('webasm');
  expect(await difference(2 ** 24, 1)).toEqual(Float32Array.of(0));
  expect(await sum([1, 2])).toEqual(Float32Array.of(3));
  useBackend('cpu');
  expect(await difference(2 ** 24, 1)).toEqual(Float32Array.of(1));
});
