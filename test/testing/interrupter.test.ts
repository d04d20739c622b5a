import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const fixture = new URL('interrupter.fixture.ts', import.meta.url).pathname;

it('in an editor, loops without an end are interrupted, and what comes after them runs', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', fixture]);
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^loop: This test was stopped: a loop in your code ran for 0.5 seconds/),
    'right: right',
    expect.stringMatching(/^microtasks: This test was stopped: a loop in your code ran for 0.5 seconds/),
    expect.stringMatching(/^waiting: This test was stopped: your code has waited for 0.5 seconds/),
    'right again: right',
  ]);
});
