import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contents } from '../course-copy/contents';
import { write } from './write';

/**
 * Does with a copy for students what they will do first, in a folder that is gone afterwards: `npm ci`, and
 * `npm test`.
 * @param onStep is told what is done now
 * @returns what went wrong; undefined where every lesson said that it is not started
 */
export function trial(
  contents: Contents,
  lessons: number,
  onStep: (step: string) => void,
): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'common-scale-handout-'));
  try {
    write(contents, folder);
    onStep('npm ci');
    const installed = npm(folder, 'ci', '--no-audit', '--no-fund');
    if (installed.code !== 0) return `npm ci does not work there:\n${installed.said}`;
    onStep('npm test');
    const tested = npm(folder, 'test', '--silent', '--', '--json');
    if (tested.code !== 0) return `npm test does not work there:\n${tested.said}`;
    const found = statusesIn(tested.out);
    const isCalm = found.length === lessons && found.every((status) => status === 'not started');
    return isCalm ? undefined : `npm test says there: ${found.join(', ')}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function npm(
  cwd: string,
  ...args: string[]
): { readonly code: number | null; readonly out: string; readonly said: string } {
  // npm is a script of its own kind on Windows.
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { code: status, out: stdout, said: error?.message ?? `${stdout}${stderr}`.trim() };
}

function statusesIn(json: string): string[] {
  const { lessons } = JSON.parse(json) as { readonly lessons: readonly { readonly status: string }[] };
  return lessons.map(({ status }) => status);
}
