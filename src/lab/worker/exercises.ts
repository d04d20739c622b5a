import { lessons, load } from 'virtual:course';
import { placeOf } from '#kit/gpu';
import { rehearse, type Calls } from '#kit/race';
import { explained, missingImport, notExported } from '#kit/words';
import type { Shelf, Trouble } from '../messages';

/** Stands in the way of a drawing; what is to be shown instead. */
export class InTheWay extends Error {
  override readonly name = 'InTheWay';
  constructor(readonly trouble: Trouble) {
    super(trouble.state);
  }
}

/**
 * Functions of the lessons, from a shelf as it is now.
 * @param calls for each function that is needed, by its name, a small call that finds out whether it is written
 * @throws InTheWay where some are not, or cannot be loaded
 */
export async function functionsFor<Functions extends object>(
  shelf: Shelf,
  calls: Calls<Functions>,
): Promise<Functions> {
  const found: Record<string, unknown> = {};
  const absent = Object.keys(calls).filter((name) => lessonWith(name) === undefined);
  if (absent.length > 0) throw new InTheWay({ state: 'closed', missing: absent });
  for (const name of Object.keys(calls)) found[name] = await functionNamed(shelf, name);
  // The one cast: a file that is read at run time has no types. The suites of the lessons hold them to it.
  const functions = found as Functions;
  const missing = await rehearse(functions, calls);
  if (missing.length > 0) throw new InTheWay({ state: 'closed', missing });
  return functions;
}

/** What is to be shown for an error. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof InTheWay) return error.trouble;
  return { state: 'failed', words: explained(error, (stack) => placeOf({ stack })) };
}

async function functionNamed(shelf: Shelf, name: string): Promise<unknown> {
  const lesson = lessonWith(name);
  if (lesson === undefined) throw new RangeError(`No lesson has a function named ${name}.`);
  const exercise = (await loaded(shelf, lesson.name))[name];
  if (typeof exercise !== 'function') throw broken(notExported(`${shelf}/${lesson.name}/exercise.ts`, name));
  return exercise;
}

function lessonWith(name: string) {
  return lessons.find(({ exercises }) => exercises.includes(name));
}

async function loaded(shelf: Shelf, lesson: string): Promise<Record<string, unknown>> {
  try {
    return await load(shelf, lesson);
  } catch (error) {
    const missing = missingImport(error);
    if (missing === undefined || missing.lesson === lesson) throw error;
    // A file that cannot be read exports nothing either; then that is what to say.
    await loaded(shelf, missing.lesson);
    throw broken(notExported(`${shelf}/${missing.lesson}/exercise.ts`, missing.exercise));
  }
}

function broken(words: string): InTheWay {
  return new InTheWay({ state: 'failed', words });
}
