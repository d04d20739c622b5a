import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { getuid } from 'node:process';

/** What stands around a process that runs a submission, beside what Node itself offers. */
export interface Walls {
  /** No network, no sight of other processes, and an end with the grader's. */
  readonly namespaces: boolean;
  /** A user who owns nothing. Only root can become one. */
  readonly nobody: boolean;
  /** Limits of the system for memory, time of the processor and files. */
  readonly limits: boolean;
}

/** Sizes and times that the system holds a process to. */
const MOST_KILOBYTES = 1_500_000;
const MOST_PROCESSOR_SECONDS = 600;
const MOST_OPEN_FILES = 64;
const MOST_HEAP_MEGABYTES = 400;

const NOBODY = 65534;

/**
 * Finds out what this machine can do, by doing it.
 * @param inside the file that the process is to run, and all that it reads: somebody who owns nothing may not be
 * allowed to
 */
export function findWalls(inside: string, readable: readonly string[]): Walls {
  const can = (walls: Walls) => {
    const [file, ...args] = around(walls, [process.execPath, ...nodeFlags(readable), '--check', inside]);
    return spawnSync(file, args, { cwd: dirname(inside), stdio: 'ignore', timeout: 10_000 }).status === 0;
  };
  const none: Walls = { namespaces: false, nobody: false, limits: false };
  const isRoot = getuid?.() === 0;
  const limits = can({ ...none, limits: true });
  const nobody = isRoot && can({ ...none, nobody: true, limits });
  return { namespaces: can({ namespaces: true, nobody, limits }), nobody, limits };
}

/** A command, and the walls around it, as one command. */
export function around(
  { namespaces, nobody, limits }: Walls,
  command: readonly string[],
): [string, ...string[]] {
  return [
    ...(namespaces ? withNamespaces(nobody) : []),
    ...(nobody ? asNobody : []),
    // Whoever becomes somebody else is no longer ended with the one that started it; said again, it is.
    ...(namespaces || nobody ? ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL'] : []),
    ...(limits ? withLimits : []),
    ...command,
  ] as unknown as [string, ...string[]];
}

function withNamespaces(isRoot: boolean): string[] {
  const user = isRoot ? '' : ' --user --map-root-user';
  const namespaces = '--net --pid --ipc --uts --mount --mount-proc --fork --kill-child';
  return `setpriv --pdeathsig KILL unshare${user} ${namespaces}`.split(' ');
}

const asNobody = ['setpriv', '--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups'];

const withLimits = [
  'sh',
  '-c',
  `ulimit -c 0 && ulimit -f 0 && ulimit -n ${MOST_OPEN_FILES} && ulimit -t ${MOST_PROCESSOR_SECONDS} && ` +
    // What macOS cannot limit, Node's own limit of the heap has to.
    `{ ulimit -d ${MOST_KILOBYTES} || true; } 2> /dev/null && exec "$@"`,
  'sh',
];

/** How large the heap may grow. To begin with a large one leaves a short life less to clean up. */
export const heapFlags = [
  `--max-old-space-size=${MOST_HEAP_MEGABYTES}`,
  '--initial-heap-size=300',
  '--min-semi-space-size=16',
];

/** What Node is told: its own permissions, which allow these files to be read, and how large its heap may grow. */
export function nodeFlags(readable: readonly string[]): string[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isStable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return [
    isStable ? '--permission' : '--experimental-permission',
    ...readable.map((file) => `--allow-fs-read=${file}`),
    ...heapFlags,
    '--no-warnings',
    '--no-addons',
  ];
}
