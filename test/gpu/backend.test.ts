import { afterEach, expect, test } from 'vitest';
import { type Backend, backend, gpu, KernelError, useBackend } from '#kit/gpu';
import { failure } from './failure';

afterEach(() => useBackend('cpu'));

const double = () =>
  gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x]! * 2;
    },
    { output: [1] },
  );

test('useBackend pins the backend', () => {
  for (const name of ['webasm', 'dev', 'cpu'] as const) {
    useBackend(name);
    expect(backend()).toBe(name);
  }
});

test('an unknown backend is refused in words', () => {
  expect(() => useBackend('gpu' as Backend)).toThrow(KernelError);
  expect(() => useBackend('gpu' as Backend)).toThrow(/"gpu".*\nChoose one of cpu, webasm, webgl2/);
  expect(backend()).toBe('cpu');
});

test.each<Backend>(['webgl2', 'webgpu'])(
  '%s is not there in plain Node, and no other takes its place',
  async (name) => {
    useBackend(name);
    const error = await failure(double()([1]));
    expect(error.rule).toBe('backend-missing');
    expect(error.message).toContain(name);
    expect(error.cause).toBeInstanceOf(Error);
    useBackend('cpu');
    expect(await double()([1])).toEqual(Float32Array.of(2));
  },
);
