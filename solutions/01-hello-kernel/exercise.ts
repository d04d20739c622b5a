import type { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export async function double(values: Float32Array): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('double needs at least 1 value, and got 0.');
  // One thread per value: thread x computes entry x, and nothing else. So none has to wait for another.
  const kernel = gpu.createKernel(
    function (values: number[]) {
      return 2 * values[this.thread.x];
    },
    { output: [values.length] },
  );
  return kernel(values);
}

export async function differences(a: Float32Array, b: Float32Array): Promise<Matrix> {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError(`differences needs values on both sides, and got ${a.length} and ${b.length}.`);
  }
  // gpu.js counts columns first: x runs along a row, y down the rows. So the output is as wide as b and as high
  // as a.
  const kernel = gpu.createKernel(
    function (a: number[], b: number[]) {
      return a[this.thread.y] - b[this.thread.x];
    },
    { output: [b.length, a.length] },
  );
  return kernel(a, b);
}

export async function rowSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`rowSums needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  // The end of a loop must be known when the kernel is compiled, so it is a constant, not an argument.
  const kernel = gpu.createKernel(
    function (x: number[][]) {
      let sum = 0;
      for (let column = 0; column < this.constants.columns; column++) {
        sum += x[this.thread.x][column];
      }
      return sum;
    },
    { output: [x.rows], constants: { columns: x.columns } },
  );
  return kernel(x);
}
