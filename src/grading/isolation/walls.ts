/** What stands around a process that runs a submission, beside what Node itself offers. */
export interface Walls {
  /** No network, no sight of other processes: by the program that builds them, where there is one that can. */
  readonly namespaces: NamespaceMaker | undefined;
  /** A user who owns nothing. Only root can become one. */
  readonly nobody: boolean;
  /** An end with the grader's, whatever ends that one, and no rights beyond those that it begins with. */
  readonly leash: boolean;
  /** Limits of the system for memory, time of the processor and files. */
  readonly limits: boolean;
}

export type NamespaceMaker = 'unshare' | 'bwrap';

/** Sizes and times that the system holds a process to. */
const MOST_KILOBYTES = 1_500_000;
const MOST_PROCESSOR_SECONDS = 600;
const MOST_OPEN_FILES = 64;
const MOST_HEAP_MEGABYTES = 400;

const NOBODY = 65534;

/** A command, and the walls around it, as one command. */
export function around(
  { namespaces, nobody, leash, limits }: Walls,
  command: readonly string[],
): [string, ...string[]] {
  return [
    ...(namespaces === 'unshare' ? withUnshare(nobody) : []),
    ...(nobody ? asNobody : []),
    // After it: root gives up its rights there, and could not end what is somebody else's.
    ...(namespaces === 'bwrap' ? withBwrap : []),
    // Whoever becomes somebody else is no longer ended with the one that started it; said again, it is.
    ...(leash ? ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL'] : []),
    ...(limits ? withLimits : []),
    ...command,
  ] as unknown as [string, ...string[]];
}

function withUnshare(isRoot: boolean): string[] {
  const user = isRoot ? '' : ' --user --map-root-user';
  const namespaces = '--net --pid --ipc --uts --mount --mount-proc --fork --kill-child';
  return `setpriv --pdeathsig KILL unshare${user} ${namespaces}`.split(' ');
}

/** As the first process of its namespace, as with unshare: one process starts one other, and no more. */
const withBwrap = (
  'bwrap --ro-bind / / --proc /proc --dev /dev --unshare-net --unshare-pid --unshare-ipc --unshare-uts ' +
  '--die-with-parent --as-pid-1 --'
).split(' ');

const asNobody = ['setpriv', '--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups'];

const withLimits = [
  'sh',
  '-c',
  `ulimit -c 0 && ulimit -f 0 && ulimit -n ${MOST_OPEN_FILES} && ulimit -t ${MOST_PROCESSOR_SECONDS} && ` +
    // What macOS cannot limit, Node's own limit of the heap has to.
    `{ ulimit -d ${MOST_KILOBYTES} || true; } 2> /dev/null && exec "$@"`,
  'sh',
];

/** How large the heap may grow, and how it is kept. To begin with a large one leaves a short life less to clean up. */
export const heapFlags = [
  `--max-old-space-size=${MOST_HEAP_MEGABYTES}`,
  '--initial-heap-size=300',
  '--min-semi-space-size=16',
  // Its helpers would take the processor from other graders.
  '--single-threaded',
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
