import { openSync, writeSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Failure, Outcome } from '../failure';
import { interrupterAfter } from './interrupter';
import { isDebugged } from './is-debugged';
import { MOST_BYTES, MOST_SECONDS, PERIOD } from './limits';
import { written, type Entry, type Step, type Stopped } from './logbook';
import type { WatchSettings } from './settings';
import type { ThreadData } from './thread';
import { failureOfStop } from './words';

/** Says, if it likes, what its outcome is before it goes on to look for the reason. */
type Run<Result> = (known: (outcome: Outcome & Result) => void) => Promise<Result>;

export interface Watchdog {
  /**
   * Runs a step, and looks after it. Where it does not end, its process is ended, and the command goes on
   * in another one; without a command, in an editor, a loop is interrupted, and what the step waits for is
   * given up. While a debugger is attached, a step may take forever.
   */
  watch<Result>(step: Step, run: Run<Result>, givenUp: (failure: Failure) => Result): Promise<Result>;
}

/**
 * @param settings what the command has handed over; none in an editor, and none where there are stubs only
 * @param alone how to do without them
 */
export function watchdog(
  settings: WatchSettings | undefined,
  alone: { readonly seconds?: number; readonly interrupts?: boolean } = {},
): Watchdog {
  if (isDebugged()) return { watch: (_, run) => run(() => undefined) };
  const log = settings === undefined ? undefined : logOf(settings);
  const seconds = settings?.seconds ?? alone.seconds ?? MOST_SECONDS;
  const interrupter = alone.interrupts === true ? interrupterAfter(seconds) : undefined;
  return {
    watch<Result>(step: Step, run: Run<Result>, givenUp: (failure: Failure) => Result) {
      let timer: NodeJS.Timeout | undefined;
      const result = new Promise<Result>((resolve, reject) => {
        const begin = (entry: Entry, otherwise: (stopped: Stopped) => Result) => {
          clearTimeout(timer);
          log?.(entry);
          const before = interrupter?.count();
          timer = setTimeout(() => {
            const reason = interrupter?.count() === before ? 'waiting' : 'loop';
            const stopped = { reason, seconds } as const;
            log?.({ stopped });
            // What is left of the code may go on, and its launches would count among those of other tests.
            if (log !== undefined) process.kill(process.pid, 'SIGKILL');
            resolve(otherwise(stopped));
          }, seconds * 1000);
        };
        begin({ begun: step }, (stopped) => givenUp(failureOfStop({ begun: step, stopped })));
        const known = (outcome: Outcome & Result) => begin({ begun: step, known: outcome }, () => outcome);
        // What waits beside a loop that is interrupted is lost with it.
        const turn = interrupter === undefined ? Promise.resolve() : nextTurn();
        turn.then(() => run(known)).then(resolve, reject);
      });
      return result.finally(() => clearTimeout(timer));
    },
  };
}

type Log = (entry: Entry) => void;

/** One for the process: it runs the tests of all lessons. */
let log: Log | undefined;

function logOf(settings: WatchSettings): Log {
  log ??= startedThread(settings);
  return log;
}

/** Starts the thread that looks whether this one still moves. */
function startedThread({ logbook, thread, seconds, told }: WatchSettings): Log {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const beat = () => Atomics.add(beats, 0, 1);
  const file = openSync(logbook, 'a');
  const data: ThreadData = {
    beats,
    file,
    seconds,
    // V8 gives up at its limit, with a page of figures. The rest of the process needs room beside it.
    bytes: Math.min(MOST_BYTES, 0.6 * getHeapStatistics().heap_size_limit),
    loops: told.loops,
  };
  setInterval(beat, PERIOD).unref();
  const worker = new Worker(new URL(thread), { workerData: data, execArgv: [] });
  worker.unref();
  // Without it, tests run as well.
  worker.on('error', () => undefined);
  return (entry) => {
    beat();
    writeSync(file, written(entry));
  };
}
