import { expectTypeOf, test } from 'vitest';
import { Matrix } from '#kit/data';
import { gpu, type Launch, recordLaunches } from '#kit/gpu';

// What is checked here is checked by the compiler; the functions are never called.
const never = (code: () => unknown) => code;

test('the result follows from the number of sizes', () => {
  never(() => {
    const column = gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]!;
      },
      { output: [3] },
    );
    expectTypeOf(column).returns.toEqualTypeOf<Promise<Float32Array>>();
    const size: number = 3;
    const table = gpu.createKernel(
      function () {
        return this.thread.x;
      },
      { output: [size, size * 2] },
    );
    expectTypeOf(table).returns.toEqualTypeOf<Promise<Matrix>>();
    expectTypeOf(table).parameters.toEqualTypeOf<[]>();
  });
});

test('the arguments follow from the parameters', () => {
  never(async () => {
    const kernel = gpu.createKernel(
      function (x: number[][], values: number[], factor: number) {
        return x[this.thread.x]![0]! * values[this.thread.x]! * factor;
      },
      { output: [3] },
    );
    await kernel(new Matrix(3, 1), new Float32Array(3), 2);
    await kernel([[1], [2]], [1, 2], 2);
    await kernel([Float32Array.of(1)], new Uint32Array(3), 2);
    // @ts-expect-error an argument is missing
    await kernel(new Matrix(3, 1), new Float32Array(3));
    // @ts-expect-error one argument too many
    await kernel(new Matrix(3, 1), new Float32Array(3), 2, 3);
    // @ts-expect-error a column is no table
    await kernel(new Float32Array(3), new Float32Array(3), 2);
    // @ts-expect-error a Matrix is no column
    await kernel(new Matrix(3, 1), new Matrix(3, 1), 2);
    // @ts-expect-error a column is no number
    await kernel(new Matrix(3, 1), new Float32Array(3), [2]);
    // @ts-expect-error a text is no column
    await kernel(new Matrix(3, 1), '123', 2);
    // @ts-expect-error a result must be awaited first
    await kernel(new Matrix(3, 1), kernel(new Matrix(3, 1), [1], 2), 2);
  });
});

test('a parameter may be declared as a typed array', () => {
  never(() => {
    const kernel = gpu.createKernel(
      function (values: Float32Array) {
        return values[this.thread.x]!;
      },
      { output: [3] },
    );
    expectTypeOf(kernel).parameter(0).toEqualTypeOf<ArrayLike<number>>();
  });
});

test('constants are known inside by their names', () => {
  never(() => {
    gpu.createKernel(
      function (values: number[]) {
        expectTypeOf(this.constants.n).toEqualTypeOf<number>();
        expectTypeOf(this.constants.list).toEqualTypeOf<number[]>();
        expectTypeOf(this.constants.x).toEqualTypeOf<number[][]>();
        expectTypeOf(this.constants.rows).toEqualTypeOf<number[][]>();
        expectTypeOf(this.thread.x).toEqualTypeOf<number>();
        expectTypeOf(this.output.y).toEqualTypeOf<number>();
        return values[this.constants.n]!;
      },
      {
        output: [3],
        constants: { n: 2, list: new Float32Array(2), x: new Matrix(1, 1), rows: [[1], [2]] },
      },
    );
    gpu.createKernel(
      function () {
        // @ts-expect-error there is no such constant
        return this.constants.m;
      },
      { output: [1], constants: { n: 2 } },
    );
    gpu.createKernel(
      function () {
        // @ts-expect-error there are no constants
        return this.constants.n;
      },
      { output: [1] },
    );
  });
});

test('settings are checked', () => {
  never(() => {
    const kernel = function () {
      return 1;
    };
    // @ts-expect-error output is missing
    gpu.createKernel(kernel, {});
    // @ts-expect-error settings are missing
    gpu.createKernel(kernel);
    // @ts-expect-error output is a list
    gpu.createKernel(kernel, { output: 3 });
    // @ts-expect-error one size or two
    gpu.createKernel(kernel, { output: [1, 2, 3] });
    // @ts-expect-error at least one size
    gpu.createKernel(kernel, { output: [] });
    // @ts-expect-error a misspelled setting
    gpu.createKernel(kernel, { output: [1], constant: { n: 1 } });
    // @ts-expect-error a text is no constant
    gpu.createKernel(kernel, { output: [1], constants: { n: '1' } });
    gpu.createKernel(kernel, { output: [1], functions: [(value: number) => value] });
    // @ts-expect-error a kernel returns a number
    gpu.createKernel(() => 'one', { output: [1] });
    // @ts-expect-error a parameter is a number, a column or a table
    gpu.createKernel((text: string) => text.length, { output: [1] });
  });
});

test('a recording returns what its body returns', () => {
  never(() => {
    expectTypeOf(recordLaunches(async () => 'done')).toEqualTypeOf<
      Promise<{ result: string; launches: Launch[] }>
    >();
  });
});
