import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundledExercise, bundledSuite, shelfError, type Lesson } from '#kit/course';
import type { CallsBeside, ThreadData, ThreadMessage } from '#kit/testing/side-by-side';
import { MOST_SECONDS } from '#kit/testing/watchdog';
import { explained } from '#kit/words';

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

/** More than any lesson needs; below it the machine stays usable. */
const MOST_MEGABYTES = 1_500;

/** How the calls of a lesson's functions went on both shelves, or why there was nothing to be seen. */
export type MeasuredCalls = { readonly calls: readonly CallsBeside[] } | { readonly trouble: string };

/**
 * Runs a lesson's tests on the learner's exercise and on the solution, in turns, in a thread of their own,
 * which is ended when the exercise does not come to an end.
 */
export async function measuredCalls(lesson: Lesson, seed: number): Promise<MeasuredCalls> {
  let workerData: ThreadData;
  try {
    workerData = {
      suite: await bundledSuite(lesson, rooms),
      yours: await bundledExercise('lessons', lesson, rooms),
      solution: await bundledExercise('solutions', lesson, rooms),
      answerKeys: pathToFileURL(`${rooms}answer-keys.js`).href,
      seed,
    };
  } catch (error) {
    return { trouble: explained(error) };
  }
  const worker = new Worker(pathToFileURL(`${rooms}side-by-side.js`), {
    workerData,
    // What exercises print is for their tests.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  try {
    return await outcomeOf(worker, lesson);
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, lesson: Lesson): Promise<MeasuredCalls> {
  return new Promise((resolve) => {
    const seconds = mostSeconds();
    let at = lesson.exercise;
    const trouble = (words: string) => resolve({ trouble: words });
    const stop = () => trouble(`${at} ran for ${seconds} s and did not come to an end.`);
    let alarm = setTimeout(stop, 1000 * seconds);
    worker.on('message', (message: ThreadMessage) => {
      if ('calls' in message) return resolve({ calls: message.calls });
      if ('unloadable' in message) return trouble(whyUnloadable(message.unloadable));
      at = `\`${message.at}\``;
      clearTimeout(alarm);
      alarm = setTimeout(stop, 1000 * seconds);
    });
    worker.on('error', (error) => trouble(`${at} ended early. ${explained(error)}`));
    worker.on('exit', () => {
      clearTimeout(alarm);
      trouble(`${at} ended the process that measures it.`);
    });
  });
}

function whyUnloadable(error: unknown): string {
  return explained(shelfError('lessons', error) ?? error);
}

/** How long one test may take, on both shelves. A very slow machine may be given more. */
function mostSeconds(): number {
  const asked = Number(process.env['COMMON_SCALE_SECONDS']);
  return asked > 0 ? asked : MOST_SECONDS;
}
