import type { Constants } from './constants';
import type { Program } from './programs';
import {
  type FollowThread,
  type PlainArgument,
  prepareThread,
  type ThreadPlace,
  type ThreadTrace,
} from './reading';
import type { OutputSize } from './types';

/** The threads of one launch, followed one by one in plain JavaScript. A thread is numbered row by row. */
export interface Threads {
  follow(thread: number): ThreadTrace;
  /** "Thread 3", or "Thread x = 3, y = 1". */
  nameOf(thread: number): string;
}

/** Half a second; a loop that goes on is taken for endless. */
export const mostRounds = 1_000_000;

// More do not fit into the time of a check.
const mostThreads = 512;

const prepared = new WeakMap<Program, FollowThread>();

export function threadsOf(
  program: Program,
  constants: Constants,
  values: readonly PlainArgument[],
  output: OutputSize,
): Threads {
  const follow = prepared.get(program) ?? prepareThread(program.reading, program.surroundings, mostRounds);
  prepared.set(program, follow);
  const launch = { arguments: values, constants: constants.values, output };
  return {
    follow: (thread) => follow(launch, placeOf(thread, output)),
    nameOf(thread) {
      const { x, y } = placeOf(thread, output);
      return output.length === 1 ? `Thread ${x}` : `Thread x = ${x}, y = ${y}`;
    },
  };
}

/** Where a thread is that is numbered row by row. */
export function placeOf(thread: number, [columns]: OutputSize): ThreadPlace {
  return { x: thread % columns, y: Math.floor(thread / columns), z: 0 };
}

/** The threads where mistakes show: the first and the last, the corners, then more and more in between. */
export function* wellChosen([columns, rows = 1]: OutputSize): Generator<number> {
  const count = columns * rows;
  const seen = new Set<number>();
  const fresh = (thread: number) => thread >= 0 && thread < count && !seen.has(thread) && seen.add(thread);
  const ends = [0, count - 1, columns - 1, count - columns, 1, columns, Math.floor(count / 2)];
  for (const thread of ends) if (fresh(thread)) yield thread;
  // Steps of the golden ratio spread evenly, however many there is time for.
  for (let step = 1; step <= Math.min(count, mostThreads); step++) {
    const thread = Math.floor(((step * 0.6180339887498949) % 1) * count);
    if (fresh(thread)) yield thread;
  }
  if (count > mostThreads) return;
  for (let thread = 0; thread < count; thread++) if (fresh(thread)) yield thread;
}

/** The most values that one thread reads, judged by the first, the middle and the last. */
export function mostReads(threads: Threads, [columns, rows = 1]: OutputSize): number {
  const last = columns * rows - 1;
  return Math.max(...[0, last >> 1, last].map((thread) => threads.follow(thread).reads));
}
