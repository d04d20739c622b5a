import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type Backend, checkKernels, gpu, useBackend } from '#kit/gpu';
import { randomKernel } from './random-kernel';

afterEach(() => {
  useBackend('cpu');
  checkKernels(false);
});

const createKernel = gpu.createKernel as (
  kernel: unknown,
  settings: unknown,
) => (...values: unknown[]) => Promise<unknown>;

test.each<Backend>(['cpu', 'webasm'])(
  '500 random kernels without mistakes pass all checks on %s',
  async (name) => {
    useBackend(name);
    checkKernels(true);
    await fc.assert(
      fc.asyncProperty(randomKernel(), async (random) => {
        const settings = {
          output: random.output,
          constants: random.constants,
          functions: random.makeHelpers(),
        };
        await createKernel(random.make(), settings)(...random.args);
      }),
      { numRuns: 500 },
    );
    expect.assertions(0);
  },
  60_000,
);
