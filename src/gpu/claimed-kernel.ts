import { countNodes, prepareThread, readKernel, type FollowThread, type KernelReading } from './reading';
import type { TakenEvidence } from './take-evidence';

/** A kernel that somebody else says has run, read and never run itself. */
export interface ClaimedKernel {
  /** How many parts its sources have. */
  readonly nodes: number;
  readonly reading: KernelReading;
  /** @param rounds after which a thread is given up */
  follow(rounds: number): FollowThread;
}

// One exercise has a few kernels, each launched many times.
const mostKept = 50;
const kept = new Map<string, ClaimedKernel | undefined>();

/** @returns undefined for sources of more parts than `mostNodes` */
export function claimedKernel(
  { source, helpers, constants }: Pick<TakenEvidence, 'source' | 'helpers' | 'constants'>,
  mostNodes: number,
): ClaimedKernel | undefined {
  const { names, fractions } = constants;
  const key = JSON.stringify([source, helpers, names, fractions, mostNodes]);
  if (kept.has(key)) return kept.get(key);
  const sources = [source, ...Object.values(helpers)];
  const nodes = sources.reduce((total, each) => total + countNodes(each), 0);
  const surroundings = { constants: names, functions: helpers, fractions };
  const read = (): ClaimedKernel => {
    const reading = readKernel(source, surroundings);
    const followed = new Map<number, FollowThread>();
    const follow = (rounds: number) => {
      const known = followed.get(rounds) ?? prepareThread(reading, surroundings, rounds);
      // One for each number would fill up: it falls with what may still be spent.
      if (followed.size === 0) followed.set(rounds, known);
      return known;
    };
    return { nodes, reading, follow };
  };
  const kernel = nodes <= mostNodes ? read() : undefined;
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, kernel);
  return kernel;
}
