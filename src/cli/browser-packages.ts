import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';

const folder = join(root, 'test/browser');

/** The packages of test/browser are no learner's concern, so `npm ci` leaves them to whoever needs them. */
export function areBrowserPackagesInstalled(): boolean {
  const installed = changedAt('node_modules/.package-lock.json');
  return installed !== undefined && installed >= (changedAt('package-lock.json') ?? 0);
}

/** @returns npm's complaint, or '' when they are installed */
export function installBrowserPackages(): string {
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status === 0) return '';
  return error?.message ?? `${stdout}${stderr}`.trim();
}

function changedAt(file: string): number | undefined {
  return statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs;
}
