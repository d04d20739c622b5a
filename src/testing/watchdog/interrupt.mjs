// The thread beside an editor's tests. A file that Node can run as it is, because nobody bundles it there.
import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';

/** `counts` holds two counters: beats of the main thread, and interruptions. */
const { counts, seconds, period } = workerData;

let heard = -1;
let busy = process.cpuUsage();

setInterval(() => {
  const beats = Atomics.load(counts, 0);
  // Time of the processor, because on a busy machine a second is not worth much.
  const { user, system } = process.cpuUsage(busy);
  const isLate = beats === heard && (user + system) / 1e6 > seconds;
  if (isLate) interrupt();
  if (isLate || beats !== heard) busy = process.cpuUsage();
  heard = beats;
}, period);

/** Leaves what the main thread is in the middle of. Its event loop goes on with what comes next. */
function interrupt() {
  Atomics.add(counts, 1, 1);
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.terminateExecution', () => session.disconnect());
}
