import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';
import { type Backend, checkKernels, gpu, useBackend } from '#kit/gpu';

const table = () => new Matrix(2, 3, Float32Array.of(1, 2, 3, 4, 5, 6));

describe.each<Backend>(['cpu', 'webasm', 'dev'])('on %s', (name) => {
  beforeEach(() => {
    useBackend(name);
    checkKernels(true);
  });
  afterEach(() => {
    useBackend('cpu');
    checkKernels(false);
  });

  test('a column and a number go in, a Float32Array comes out', async () => {
    const kernel = gpu.createKernel(
      function (values: number[], mean: number) {
        return values[this.thread.x]! - mean;
      },
      { output: [3] },
    );
    expect(await kernel(Float32Array.of(1, 2, 6), 3)).toEqual(Float32Array.of(-2, -1, 3));
  });

  test('a column may be any list of numbers', async () => {
    const double = gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]! * 2;
      },
      { output: [3] },
    );
    const expected = Float32Array.of(2, 4, 6);
    expect(await double([1, 2, 3])).toEqual(expected);
    expect(await double(Float64Array.of(1, 2, 3))).toEqual(expected);
    expect(await double(Uint32Array.of(1, 2, 3))).toEqual(expected);
    expect(await double(Int8Array.of(1, 2, 3))).toEqual(expected);
    expect(await double(Float32Array.of(1, 2, 3))).toEqual(expected);
  });

  test('a table is read as x[row][column], whatever the output is', async () => {
    const rowSums = gpu.createKernel(
      function (x: number[][]) {
        let sum = 0;
        for (let column = 0; column < this.constants.columns; column++) sum += x[this.thread.x]![column]!;
        return sum;
      },
      { output: [2], constants: { columns: 3 } },
    );
    expect(await rowSums(table())).toEqual(Float32Array.of(6, 15));
    expect(
      await rowSums([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toEqual(Float32Array.of(6, 15));
  });

  test('an output of [columns, rows] comes back as a Matrix', async () => {
    const differences = gpu.createKernel(
      function (a: number[], b: number[]) {
        return a[this.thread.y]! - b[this.thread.x]!;
      },
      { output: [3, 2] },
    );
    const result = await differences([10, 20], [1, 2, 3]);
    expect(result).toBeInstanceOf(Matrix);
    expect(result).toEqual(new Matrix(2, 3, Float32Array.of(9, 8, 7, 19, 18, 17)));
  });

  test('one row and one column are tables too', async () => {
    const turn = (columns: number, rows: number) =>
      gpu.createKernel(
        function (x: number[][]) {
          return x[this.thread.x]![this.thread.y]!;
        },
        { output: [columns, rows] },
      );
    expect(await turn(1, 3)(new Matrix(1, 3, Float32Array.of(1, 2, 3)))).toEqual(
      new Matrix(3, 1, Float32Array.of(1, 2, 3)),
    );
    expect(await turn(3, 1)(new Matrix(3, 1, Float32Array.of(1, 2, 3)))).toEqual(
      new Matrix(1, 3, Float32Array.of(1, 2, 3)),
    );
  });

  test('constants may be numbers, columns and tables', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        const { shift } = this.constants;
        return (
          values[this.thread.x]! * this.constants.factors[this.thread.x]! +
          this.constants.x[this.thread.x]![1]! +
          shift
        );
      },
      { output: [2], constants: { shift: 0.5, factors: [10, 100], x: table() } },
    );
    expect(await kernel([1, 2])).toEqual(Float32Array.of(12.5, 205.5));
  });

  test('this.output tells how many threads there are', async () => {
    const kernel = gpu.createKernel(
      function () {
        return this.output.x * 100 + this.output.y;
      },
      { output: [3, 2] },
    );
    expect((await kernel()).data).toEqual(new Float32Array(6).fill(302));
  });

  test('a result is never the result of another call', async () => {
    const scale = gpu.createKernel(
      function (values: number[], by: number) {
        return values[this.thread.x]! * by;
      },
      { output: [2] },
    );
    const first = await scale([1, 2], 1);
    const second = await scale([1, 2], 2);
    first.fill(7);
    expect(second).toEqual(Float32Array.of(2, 4));
    expect(await scale([1, 2], 3)).toEqual(Float32Array.of(3, 6));
    expect(first.buffer.byteLength).toBe(8);

    const copy = gpu.createKernel(
      function (x: number[][]) {
        return x[this.thread.y]![this.thread.x]!;
      },
      { output: [3, 2] },
    );
    const given = table();
    const one = await copy(given);
    const two = await copy(given);
    one.data.fill(9);
    expect(two).toEqual(table());
    expect(given).toEqual(table());
  });

  test('a call takes its arguments as they are at that moment', async () => {
    const copy = gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]!;
      },
      { output: [2] },
    );
    const values = Float32Array.of(1, 2);
    const running = copy(values);
    values.fill(0);
    expect(await running).toEqual(Float32Array.of(1, 2));
  });

  test('a Matrix of another copy of the kit is a table too', async () => {
    const copy = gpu.createKernel(
      function (x: number[][]) {
        return x[this.thread.y]![this.thread.x]!;
      },
      { output: [2, 1] },
    );
    const other = { rows: 1, columns: 2, data: Float32Array.of(3, 4) };
    expect(await copy(other as Matrix)).toEqual(new Matrix(1, 2, Float32Array.of(3, 4)));
  });

  test('NaN and infinity pass through', async () => {
    const copy = gpu.createKernel(
      function (values: number[], add: number) {
        return values[this.thread.x]! + add;
      },
      { output: [3] },
    );
    expect(await copy([NaN, Infinity, 1], 0)).toEqual(Float32Array.of(NaN, Infinity, 1));
    expect(await copy([1, 2, 3], NaN)).toEqual(Float32Array.of(NaN, NaN, NaN));
  });
});

describe.each<Backend>(['cpu', 'webasm', 'dev'])('on %s', (name) => {
  test('a helper works when it is listed', async () => {
    useBackend(name);
    function halved(value: number) {
      return value / 2;
    }
    const kernel = gpu.createKernel(
      function (values: number[]) {
        return halved(values[this.thread.x]!) + 1;
      },
      { output: [2], functions: [halved] },
    );
    expect(await kernel([2, 4])).toEqual(Float32Array.of(2, 3));
    useBackend('cpu');
  });
});
