import { spawnSync } from 'node:child_process';

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command of the course that lies in a folder, without npm's own second, and without what the tests' own run has set. */
export function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ended {
  const { FORCE_COLOR: _, NO_COLOR: __, VITEST: ___, COMMON_SCALE_BACKEND: ____, ...rest } = process.env;
  const child = spawnSync(process.execPath, ['src/cli/run.mjs', command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}
