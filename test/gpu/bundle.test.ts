import { build } from 'esbuild';
import { expect, test } from 'vitest';

// The bundle of a page: no Node, no source files.
test('the same code bundles for a browser, and runs there', async () => {
  const result = await build({
    stdin: {
      contents: `
        import { gpu } from '#kit/gpu';
        const run = (settings, ...values) =>
          gpu.createKernel(function (values) { return values[this.thread.x] * 2; }, settings)(...values);
        globalThis.answer = Promise.all([
          run({ output: [2] }, [1, 2]),
          run({}).catch((error) => error),
        ]);`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  expect(file?.text).not.toMatch(/require\("node:|from "node:/);
  const page: { answer?: Promise<[Float32Array, Error & { file?: string }]> } = {};
  // As in a page, there is no \`process\`.
  new Function('globalThis', 'process', file!.text)(page, undefined);
  const [doubled, error] = await page.answer!;
  expect([...doubled]).toEqual([2, 4]);
  expect(error.name).toBe('KernelError');
  expect(error.message).toContain('`output` is missing');
  expect(error.file === undefined || !error.file.includes('src/gpu')).toBe(true);
});
