import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { expect, test, vi } from 'vitest';
import { loadCars } from '#kit/data';

test('the room bundles for browsers, without anything of Node', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('../../src/data/index.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rollup.RollupOutput;
  expect(output.length).toBe(1);
  expect(output[0].imports).toEqual([]);
  expect(output[0].dynamicImports).toEqual([]);
  expect(output[0].code).not.toMatch(/__vite-browser-external|\brequire\(/);
});

test('without Node, loading says what to do instead', async () => {
  vi.stubGlobal('process', undefined);
  try {
    await expect(loadCars()).rejects.toThrow('fetch its text and parse it');
  } finally {
    vi.unstubAllGlobals();
  }
});
