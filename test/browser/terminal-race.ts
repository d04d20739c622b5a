import { execFile } from 'node:child_process';
import type { Ended } from '../cli/run-in';
import type { Sandbox } from '../cli/sandbox';

/** `npm run race …` in a copy of the course, while a test goes on looking at the page. */
export function terminalRace(course: Sandbox, args: readonly string[]): Promise<Ended> {
  const { FORCE_COLOR: _, NO_COLOR: __, VITEST: ___, COMMON_SCALE_BACKEND: ____, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/cli/run.mjs', 'race', ...args],
      { cwd: course.path, env },
      (_, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}
