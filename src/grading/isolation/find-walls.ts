import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { getuid } from 'node:process';
import { around, nodeFlags, type NamespaceMaker, type Walls } from './walls';

/** In the order in which they are asked. */
const MAKERS: readonly NamespaceMaker[] = ['unshare', 'bwrap'];

const NONE: Walls = { namespaces: undefined, nobody: false, leash: false, limits: false };

/**
 * Finds out what this machine can do, by doing it.
 * @param inside the file that the process is to run, and all that it reads: somebody who owns nothing may not be
 * allowed to
 * @param patience milliseconds for a try, and for the next one where it took longer: a machine may be busy
 */
export function findWalls(inside: string, readable: readonly string[], patience = [10_000, 30_000]): Walls {
  const can = (walls: Walls) =>
    succeeds(
      around(walls, [process.execPath, ...nodeFlags(readable), '--check', inside]),
      dirname(inside),
      patience,
    );
  const limits = can({ ...NONE, limits: true });
  const leash = can({ ...NONE, leash: true, limits });
  const nobody = getuid?.() === 0 && can({ ...NONE, nobody: true, leash, limits });
  const namespaces = MAKERS.find((maker) => can({ namespaces: maker, nobody, leash, limits }));
  return { namespaces, nobody, leash, limits };
}

function succeeds([file, ...args]: [string, ...string[]], cwd: string, patience: readonly number[]): boolean {
  for (const timeout of patience) {
    const { status, error } = spawnSync(file, args, {
      cwd,
      // As for a cell: programs are looked for where the system has them, and nowhere else.
      env: {},
      stdio: 'ignore',
      timeout,
      killSignal: 'SIGKILL',
    });
    if ((error as NodeJS.ErrnoException | undefined)?.code !== 'ETIMEDOUT') return status === 0;
  }
  return false;
}
