import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkKernels, gpu, useBackend, type Backend } from '#kit/gpu';

// What a check must still find when the first launches were right, or when it has been found before.

const backends: readonly Backend[] = ['cpu', 'webasm', 'dev'];

describe.each(backends)('on %s', (backend) => {
  beforeEach(() => {
    useBackend(backend);
    checkKernels(true);
  });
  afterEach(() => {
    useBackend('cpu');
    checkKernels(false);
  });

  it('a read outside an array is named at every launch', async () => {
    const next = gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x + 1]!;
      },
      { output: [4] },
    );
    for (let launch = 0; launch < 12; launch++) {
      await expect(next(Float32Array.of(1, 2, 3, 4))).rejects.toMatchObject({ rule: 'outside-read' });
    }
  });

  it('an index that goes wrong on later data is named then', async () => {
    const pick = gpu.createKernel(
      function (values: number[], places: number[]) {
        return values[places[this.thread.x]!]!;
      },
      { output: [2] },
    );
    const values = Float32Array.of(5, 6);
    for (let launch = 0; launch < 10; launch++) await pick(values, Float32Array.of(1, 0));
    await expect(pick(values, Float32Array.of(1, 2))).rejects.toMatchObject({ rule: 'outside-read' });
  });

  it.each([
    [
      'no step',
      gpu.createKernel(
        function (values: number[]) {
          let sum = 0;
          for (let i = 0; i < this.constants.n;) sum += values[i]!;
          return sum;
        },
        { output: [2], constants: { n: 3 } },
      ),
    ],
    [
      'a step that is not kept',
      gpu.createKernel(
        function (values: number[]) {
          let sum = 0;
          for (let i = 0; i < this.constants.n; i + 1) sum += values[i]!;
          return sum;
        },
        { output: [2], constants: { n: 3 } },
      ),
    ],
    [
      'a counter that is set back',
      gpu.createKernel(
        function (values: number[]) {
          let sum = 0;
          for (let i = 0; i < this.constants.n; i++) {
            sum += values[i]!;
            i = 0;
          }
          return sum;
        },
        { output: [2], constants: { n: 3 } },
      ),
    ],
  ])('a loop without an end is named: %s', async (_, kernel) => {
    await expect(kernel(Float32Array.of(1, 2, 3))).rejects.toMatchObject({ rule: 'endless-loop' });
  });

  it('whole numbers that wrap around are named', async () => {
    const cubes = gpu.createKernel(
      function () {
        return this.thread.x * this.thread.x * this.thread.x;
      },
      { output: [3000] },
    );
    await expect(cubes()).rejects.toMatchObject({ rule: 'whole-overflow' });
  });
});
