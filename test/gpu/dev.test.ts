import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkKernels, gpu, useBackend } from '#kit/gpu';

// What a debugger needs: the function that somebody has written is the one that runs.

/** A kernel that tells when it runs. No two of them differ in their source. */
function telling(tell: () => void) {
  const kernel = function (this: { readonly thread: { readonly x: number } }, values: number[]) {
    tell();
    return 2 * values[this.thread.x]!;
  };
  kernel.toString = () => 'function (values) { return 2 * values[this.thread.x]; }';
  return kernel;
}

describe.each([true, false])('on dev, with checks: %s', (checks) => {
  beforeEach(() => {
    useBackend('dev');
    checkKernels(checks);
  });
  afterEach(() => {
    useBackend('cpu');
    checkKernels(false);
  });

  it('each kernel runs its own function, once for each thread, and no other with the same source', async () => {
    const told: string[] = [];
    for (let round = 0; round < 50; round++) {
      for (const name of ['one', 'other']) {
        const double = gpu.createKernel(
          telling(() => told.push(name)),
          { output: [3] },
        );
        expect(await double(Float32Array.of(1, 2, 3))).toEqual(Float32Array.of(2, 4, 6));
        expect(told.splice(0)).toEqual([name, name, name]);
      }
    }
  });

  it('an error inside the function is told as it is, below the words', async () => {
    const kernel = telling(() => {
      throw new TypeError('so it is');
    });
    const call = gpu.createKernel(kernel, { output: [3] })(Float32Array.of(1, 2, 3));
    await expect(call).rejects.toThrow(/so it is/);
  });
});
