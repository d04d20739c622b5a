import { countNodes, readKernel, type KernelReading } from './reading';
import type { TakenEvidence } from './take-evidence';

/** A kernel that somebody else says has run: its source, its helpers', and what it knows of its constants. */
export interface ClaimedKernel {
  /** How many parts its sources have. */
  readonly nodes: number;
  readonly surroundings: Required<Parameters<typeof readKernel>[1]>;
  /** Reads it, which takes a while at the first call. */
  reading(): KernelReading;
}

// One exercise has a few kernels, each launched many times.
const mostKept = 50;
const kept = new Map<string, ClaimedKernel>();

/** The same one for the same sources. Nothing that a launch was handed is kept with it. */
export function claimedKernel({ source, helpers, constants }: TakenEvidence): ClaimedKernel {
  const { names, fractions } = constants;
  const key = JSON.stringify([source, helpers, names, fractions]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const surroundings = { constants: names, functions: helpers, fractions };
  const sources = [source, ...Object.values(helpers)];
  let reading: KernelReading | undefined;
  const claimed: ClaimedKernel = {
    nodes: sources.reduce((total, each) => total + countNodes(each), 0),
    surroundings,
    reading: () => (reading ??= readKernel(source, surroundings)),
  };
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, claimed);
  return claimed;
}
