import { Random } from '#kit/data';
import { wellChosen } from './threads';
import type { OutputSize } from './types';

const fewThreads = 64;

let seed = Math.floor(Math.random() * 2 ** 32);

/** Decides which threads are looked at where not all are: two runs with one secret come to the same. */
export function sampleThreadsBy(secret: number): void {
  seed = secret;
}

/** Some threads of a kernel that are well spread, and some that nobody can foresee who does not know the seed. */
export function sampledThreads(source: string, output: OutputSize): ReadonlySet<number> {
  const [columns, rows = 1] = output;
  const threads = columns * rows;
  const chosen = new Set<number>();
  for (const thread of wellChosen(output)) {
    if (chosen.size >= fewThreads / 2) break;
    chosen.add(thread);
  }
  const random = new Random(seed, source);
  while (chosen.size < Math.min(threads, fewThreads)) chosen.add(random.integer(0, threads - 1));
  return chosen;
}
