import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const fixture = new URL('process.fixture.ts', import.meta.url).pathname;

async function run(environment: Record<string, string>): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', fixture], {
    env: { ...process.env, ...environment },
  });
  return stdout.trim().split('\n');
}

test.each(['cpu', 'webasm'])(
  'on %s no mistake ends the process, and tsx shows the right lines',
  async (name) => {
    expect(await run({ COMMON_SCALE_BACKEND: name })).toEqual([
      `backend ${name}`,
      'for-of in line 7: for (const value of values) sum += value;',
      'the second failed too',
      'no-output',
      'not-numbers',
      '2 4',
    ]);
  },
);

test('without COMMON_SCALE_BACKEND the backend is cpu', async () => {
  expect((await run({ COMMON_SCALE_BACKEND: '' }))[0]).toBe('backend cpu');
});

test('an unknown COMMON_SCALE_BACKEND is named at the first use', async () => {
  expect((await run({ COMMON_SCALE_BACKEND: 'gpu' })).join('\n')).toMatch(
    /COMMON_SCALE_BACKEND asks for the backend "gpu".*\nChoose one of cpu, webasm/,
  );
});
