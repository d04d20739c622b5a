import { expect, it } from 'vitest';
import { checkKernels, gpu, useBackend } from '#kit/gpu';

checkKernels(false);

const times = (n: number, factor: number) =>
  gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x]! * this.constants.factor;
    },
    { output: [n], constants: { factor } },
  );

it('the same kernel, asked for again, is the one that is ready', () => {
  expect(times(2, 3)).toBe(times(2, 3));
});

it('another output, another constant or another source is another kernel', async () => {
  const values = Float32Array.of(1, 2, 3);
  expect(await times(2, 3)(values)).toEqual(Float32Array.of(3, 6));
  expect(await times(3, 3)(values)).toEqual(Float32Array.of(3, 6, 9));
  expect(await times(2, 5)(values)).toEqual(Float32Array.of(5, 10));
  const plus = gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x]! + this.constants.factor;
    },
    { output: [2], constants: { factor: 3 } },
  );
  expect(await plus(values)).toEqual(Float32Array.of(4, 5));
});

it('a kernel with array constants is never taken for another', async () => {
  const pick = (list: number[]) =>
    gpu.createKernel(
      function () {
        return this.constants.list[this.thread.x]!;
      },
      { output: [2], constants: { list } },
    );
  expect(await pick([1, 2])()).toEqual(Float32Array.of(1, 2));
  expect(await pick([3, 4])()).toEqual(Float32Array.of(3, 4));
});

it('follows a change of backend', async () => {
  const values = Float32Array.of(0.1, 0.2);
  const onCpu = await times(2, 7)(values);
  useBackend('webasm');
  try {
    expect(await times(2, 7)(values)).toEqual(onCpu);
  } finally {
    useBackend('cpu');
  }
});
