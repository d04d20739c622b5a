import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { learnersLine } from './learners-line';
import { MOST_SECONDS_IN_KNOWN_LOOP, PERIOD } from './limits';
import { written, type Reason } from './logbook';

/** What the main thread hands to this one. */
export interface ThreadData {
  /** Counts up as long as the main thread moves. */
  readonly beats: Int32Array;
  /** The open logbook. */
  readonly file: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Loops that do not end, each by file and function. */
  readonly loops: readonly string[];
}

const { beats, file, seconds, bytes, loops } = workerData as ThreadData;

/** Waiting for something outside takes no time of the processor. It may take longer. */
const IDLE_FACTOR = 3;

let heard = -1;
let [busy, quiet] = [process.cpuUsage(), 0];
let lookedAt = performance.now();
let asked = false;

const timer = setInterval(() => void look(), PERIOD);

async function look(): Promise<void> {
  const now = performance.now();
  // A machine that slept in between has not looked all that time.
  quiet += Math.min(now - lookedAt, 2 * PERIOD) / 1000;
  lookedAt = now;
  if (Atomics.load(beats, 0) !== heard) {
    heard = Atomics.load(beats, 0);
    [busy, quiet, asked] = [process.cpuUsage(), 0, false];
  }
  if (process.memoryUsage.rss() > bytes) return stop('memory', quiet);
  // Time of the processor, because on a busy machine a second is not worth much.
  const { user, system } = process.cpuUsage(busy);
  const worked = (user + system) / 1e6;
  if (worked > seconds) return stop('loop', seconds);
  if (quiet > IDLE_FACTOR * seconds) return stop('loop', IDLE_FACTOR * seconds);
  if (loops.length > 0 && !asked && worked > MOST_SECONDS_IN_KNOWN_LOOP) {
    asked = true;
    const line = await learnersLine();
    if (line !== undefined && loops.includes(line.inside)) await stop('loop', seconds);
  }
}

async function stop(reason: Reason, seconds: number): Promise<void> {
  clearInterval(timer);
  // First what is certain: the process may end while it is asked where it is.
  writeSync(file, written({ stopped: { reason, seconds } }));
  const line = await learnersLine();
  if (line !== undefined) writeSync(file, written(line));
  process.kill(process.pid, 'SIGKILL');
}
