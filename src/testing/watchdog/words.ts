import type { Failure } from '../failure';
import type { LastWords, Stopped } from './logbook';

/** Why a test did not come to an end, for the page. @param errors what its process wrote when it ended by itself */
export function failureOfStop({ begun, stopped, at }: LastWords, errors = ''): Failure {
  const subject = begun?.test === undefined ? 'Loading this file' : 'This test';
  return {
    kind: 'error',
    sentence: `${subject} ${reason(stopped, errors)}`,
    stopped: true,
    ...(at === undefined ? {} : { place: at }),
    ...(begun?.test === undefined ? { unloadable: true } : {}),
  };
}

function reason(stopped: Stopped | undefined, errors: string): string {
  const time = `${stopped?.seconds} second${stopped?.seconds === 1 ? '' : 's'}`;
  if (stopped === undefined) {
    return OUT_OF_MEMORY.test(errors)
      ? `used up all memory, and the process ended. ${MEMORY_HINT}`
      : 'ended the whole process. Leave out process.exit, process.abort and process.kill: `return`, or `throw` an Error.';
  }
  switch (stopped.reason) {
    case 'loop':
      return `was stopped: a loop in your code ran for ${time}, and did not come to an end.`;
    case 'waiting':
      return `was stopped: your code has waited for ${time}. ${WAITING_HINT}`;
    case 'memory':
      return `was stopped: your code uses more and more memory. ${MEMORY_HINT}`;
  }
}

const WAITING_HINT =
  'Does every Promise that you make resolve, and does every loop with an `await` in it end?';
const MEMORY_HINT = 'Does an array grow in a loop that does not come to an end?';

/** V8's last words. */
const OUT_OF_MEMORY = /out of memory|Allocation failed|Fatal JavaScript invalid size error/;
