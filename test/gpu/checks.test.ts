import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Matrix } from '#kit/data';
import { type Backend, checkKernels, gpu, useBackend } from '#kit/gpu';
import { countCompilations } from '../../src/gpu/compiled-kernels';
import { failure } from './failure';

// The reader finds names that are used twice by itself. Here it overlooks them, so that the second run
// has to notice.
vi.mock(import('../../src/gpu/reading'), async (original) => {
  const reading = await original();
  return {
    ...reading,
    readKernel(source, surroundings) {
      const { mistakes, ...rest } = reading.readKernel(source, surroundings);
      return { ...rest, mistakes: mistakes.filter(({ rule }) => rule !== 'name-twice') };
    },
  };
});

describe.each<Backend>(['cpu', 'webasm'])('on %s', (name) => {
  beforeEach(() => {
    useBackend(name);
    checkKernels(true);
  });
  afterEach(() => {
    useBackend('cpu');
    checkKernels(false);
  });

  test('a name used twice gives other numbers on another backend, and is named', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        let sum = values[this.thread.x]!;
        for (let i = 0; i < 3; i++) {
          let sum = 5;
          sum += i;
        }
        return sum;
      },
      { output: [4] },
    );
    const error = await failure(kernel([1, 2, 3, 4]));
    expect(error.rule).toBe('backends-disagree');
    expect(error.words).toMatch(/^Thread 0 gives (1|7) on (cpu|webasm) and (1|7) on (cpu|webasm)/);
    expect(error.code).toBe('const kernel = gpu.createKernel(');
  });

  test('what was wrong once is found again, however often it has been right since', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        let sum = values[this.thread.x]!;
        if (values[0]! > 0) {
          let sum = 5;
          for (let i = 0; i < 3; i++) sum += i;
        }
        return sum;
      },
      { output: [4] },
    );
    const [wrong, right] = [
      [1, 2, 3, 4],
      [0, 2, 3, 4],
    ];
    expect((await failure(kernel(wrong))).rule).toBe('backends-disagree');
    for (let launch = 0; launch < 50; launch++) await kernel(right);
    expect((await failure(kernel(wrong))).rule).toBe('backends-disagree');
  });

  test('a single thread that reads outside is found through what it returns', async () => {
    const kernel = gpu.createKernel(
      function (values: number[], at: number[]) {
        return values[at[this.thread.x]!]!;
      },
      { output: [20_000] },
    );
    const at = Uint32Array.from({ length: 20_000 }, (_, index) => index % 7);
    at[12_347] = 7;
    const error = await failure(kernel([1, 2, 3, 4, 5, 6, 7], at));
    expect(error.rule).toBe('outside-read');
    expect(error.words).toContain('thread 12347');
    expect(error.code).toBe('return values[at[this.thread.x]!]!;');
  });

  test('sums that cancel differ between backends, and that is no mistake', async () => {
    const large = Float32Array.from({ length: 4096 }, (_, i) => 1e4 * Math.sin(i * i) + 0.1);
    const sum = gpu.createKernel(
      function (values: number[], sign: number[]) {
        let total = 0;
        for (let i = 0; i < this.constants.n; i++) total += values[i]! * sign[this.thread.x]!;
        for (let i = 0; i < this.constants.n; i++) total -= values[i]! * sign[this.thread.x]!;
        return total;
      },
      { output: [8], constants: { n: 4096 } },
    );
    await sum(large, new Float32Array(8).fill(1.1));
    const variance = gpu.createKernel(
      function (values: number[]) {
        let squares = 0;
        let sum = 0;
        for (let i = 0; i < this.constants.n; i++) {
          const value = values[i]! + 1e6;
          squares += value * value;
          sum += value;
        }
        const mean = sum / this.constants.n;
        return squares / this.constants.n - mean * mean;
      },
      { output: [1], constants: { n: 4096 } },
    );
    await variance(large);
  });

  test('what rounding decides is no mistake', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        const value = values[this.thread.x]! * 0.1 + values[this.thread.x]! * 0.2;
        if (value >= 0.3) return 1;
        return Math.sqrt(value - 0.3);
      },
      { output: [3] },
    );
    await kernel([1, 1.0000001, 0.9999999]);
    const overflow = gpu.createKernel(
      function (values: number[]) {
        return (values[this.thread.x]! * 1e30 * 1e30) / 1e30;
      },
      { output: [2] },
    );
    await overflow([1, 1e-20]);
    const tiny = gpu.createKernel(
      function (values: number[]) {
        return 1 / (1 + Math.exp(values[this.thread.x]!));
      },
      { output: [4] },
    );
    await tiny([-200, 0, 100, 89]);
  });

  test('not-a-number and infinity on both sides are no mistake', async () => {
    const kernel = gpu.createKernel(
      function (values: number[]) {
        return Math.log(values[this.thread.x]!) / values[this.thread.x]!;
      },
      { output: [5] },
    );
    await kernel([-1, 0, 1, NaN, Infinity]);
  });

  test('the second run leaves the arrays of the caller alone', async () => {
    const kernel = gpu.createKernel(
      function (x: number[][], values: number[]) {
        return x[this.thread.y]![this.thread.x]! + values[this.thread.x]!;
      },
      { output: [2, 2], constants: { list: [1] } },
    );
    const x = new Matrix(2, 2, Float32Array.of(1, 2, 3, 4));
    const values = [10, 20];
    for (let turn = 0; turn < 4; turn++) {
      expect((await kernel(x, values)).data).toEqual(Float32Array.of(11, 22, 13, 24));
    }
    expect(x.data).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(values).toEqual([10, 20]);
  });

  test('only first calls are checked', async () => {
    const kernel = (threads: number) =>
      gpu.createKernel(
        function (values: number[]) {
          let sum = 0;
          for (let i = 0; i < this.constants.n; i++) sum += values[i]!;
          return sum;
        },
        { output: [threads], constants: { n: name === 'cpu' ? 2048 : 2047 } },
      );
    const values = new Float32Array(2048).fill(0.5);
    const before = countCompilations();
    await kernel(2)(values);
    expect(countCompilations() - before).toBe(2);
    const held = kernel(2);
    const runs = vi.spyOn(performance, 'now');
    for (let call = 0; call < 20; call++) await held(values);
    const checkedLater = runs.mock.calls.length;
    for (let call = 0; call < 20; call++) await held(values);
    expect(runs.mock.calls.length).toBe(checkedLater);
    runs.mockRestore();
    expect(countCompilations() - before).toBe(2);
  });

  test('without checks no second kernel is compiled', async () => {
    checkKernels(false);
    const before = countCompilations();
    const kernel = gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]! + 0.125;
      },
      { output: [2] },
    );
    await kernel([1, 2]);
    expect(countCompilations() - before).toBe(1);
  });
});
