import type { Failure, Test } from '#kit/testing';
import type { Ending } from './isolation/cell';
import type { Limits } from './limits';

/** Why the process that runs a submission is no more, to whoever wrote it. @param test undefined while the file was loaded */
export function failureOfEnding(
  ending: Ending,
  test: Test<object> | undefined,
  { testSeconds }: Limits,
): Failure {
  const subject = test === undefined ? 'Loading this file' : 'This test';
  return {
    kind: 'error',
    stopped: true,
    sentence: `${subject} ${reasons(testSeconds)[ending]}`,
    ...(test === undefined ? { unloadable: true } : {}),
  };
}

function reasons(seconds: number): Record<Ending, string> {
  return {
    time:
      `was stopped: it did not come to an end within ${seconds} seconds. Does every loop end, and does every ` +
      'Promise that you make resolve?',
    ended: 'ended the whole process. Leave out whatever ends it: `return`, or `throw` an Error.',
    'out of memory':
      'used up all memory, and the process ended. Does an array grow in a loop that does not come to an end?',
    'too large': 'was stopped: your code gave back far more than any right answer has.',
    nonsense: 'was stopped: your code meddled with the connection on which its results are handed over.',
    closed: 'was not run to its end.',
  };
}
