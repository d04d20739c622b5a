import { spawnSync } from 'node:child_process';
import type { Ended, Sandbox } from './sandbox';

/** `npm run race …` in a copy of the course, without npm's own second. */
export function runRaceIn(
  course: Sandbox,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Ended {
  const { FORCE_COLOR: _, NO_COLOR: __, VITEST: ___, COMMON_SCALE_BACKEND: ____, ...rest } = process.env;
  const child = spawnSync(process.execPath, ['src/cli/run.mjs', 'race', ...args], {
    cwd: course.path,
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}
