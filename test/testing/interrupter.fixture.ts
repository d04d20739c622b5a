import type { Step } from '../../src/testing/watchdog/logbook';
import { watchdog } from '../../src/testing/watchdog/watchdog';

// Steps as an editor has them, one after the other, some without an end. Prints how each of them ended.

const { watch } = watchdog(undefined, { interrupts: true, seconds: 0.5 });
const step: Step = { lesson: '02-b', test: { task: 'mean', title: 'a mean', index: 3 } };

const steps: Record<string, () => Promise<string>> = {
  loop: async () => {
    for (;;) {
      try {
        JSON.stringify(step);
      } catch {}
    }
  },
  right: async () => 'right',
  microtasks: async () => {
    for (;;) await Promise.resolve();
  },
  waiting: () => new Promise(() => undefined),
  'right again': async () => 'right',
};

for (const [name, run] of Object.entries(steps)) {
  const ended = await watch(step, run, ({ sentence }) => sentence);
  process.stdout.write(`${name}: ${ended}\n`);
}
