import { Worker } from 'node:worker_threads';
import { PERIOD } from './limits';

/** Ends loops that do not come to an end, and leaves their process alive. */
export interface Interrupter {
  /** How many it has ended. */
  count(): number;
}

let interrupter: Interrupter | undefined;

/** The one of this process. @param seconds how long its main thread may be busy with one thing */
export function interrupterAfter(seconds: number): Interrupter {
  interrupter ??= started(seconds);
  return interrupter;
}

function started(seconds: number): Interrupter {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  setInterval(() => Atomics.add(counts, 0, 1), PERIOD).unref();
  const worker = new Worker(new URL('./interrupt.mjs', import.meta.url), {
    workerData: { counts, seconds, period: PERIOD },
    execArgv: [],
  });
  worker.unref();
  // Without it, tests run as well.
  worker.on('error', () => undefined);
  return { count: () => Atomics.load(counts, 1) };
}
