import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#kit/course';
import type { Terminal } from '#kit/pages';

/**
 * Runs another command of the course in a process of its own.
 * @param signal ends it
 * @returns what it printed
 */
export async function courseCommand(
  [command, ...args]: readonly [command: string, ...args: string[]],
  { width, colour }: Terminal,
  signal: AbortSignal,
): Promise<string> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, 'src/cli/run.mjs'), command, ...args], {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, COLUMNS: String(width), ...(colour.level > 0 ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(printed.trim()));
  });
}
