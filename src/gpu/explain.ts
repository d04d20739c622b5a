import { BackendMissing, NoNumber } from './engine';
import type { Mistake } from './kernel-error';
import type { KernelMistake } from './reading';
import { type Threads, wellChosen } from './threads';
import type { OutputSize } from './types';

const followingTime = 20;

/** What an error of gpu.js means to a learner. @param launch lets threads of the failed launch be followed. */
export function explain(error: unknown, launch: () => Threads, output: OutputSize): Mistake | KernelMistake {
  if (error instanceof BackendMissing) {
    return {
      rule: 'backend-missing',
      words: `This kernel cannot run on the chosen backend here (${error.message}).`,
      advice: "Choose another one: useBackend('cpu') works everywhere.",
    };
  }
  if (error instanceof NoNumber) {
    return {
      rule: 'no-number',
      words: 'This kernel does not return one number per thread.',
      advice: 'Return a number; launch one thread for each value that you need.',
    };
  }
  return (
    outsideRead(launch, output) ?? {
      rule: 'gpu-js',
      words: 'gpu.js cannot run this kernel.',
      advice: 'Its own message stands below; a simpler way to write the same often helps.',
    }
  );
}

// A read far outside an array ends a webasm kernel with a message about memory.
function outsideRead(launch: () => Threads, output: OutputSize): KernelMistake | undefined {
  const stop = performance.now() + followingTime;
  try {
    const threads = launch();
    for (const thread of wellChosen(output)) {
      const { outside } = threads.follow(thread);
      if (outside !== undefined) return outside;
      if (performance.now() > stop) break;
    }
  } catch {
    // What gpu.js cannot run, the follower may not be able to follow; then its own message has to do.
  }
  return undefined;
}
