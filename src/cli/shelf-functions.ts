import { fileURLToPath } from 'node:url';
import { fileOn, lessonWith, loadShelf, type Shelf } from '#kit/course';
import { rehearse, type Calls } from '#kit/race';

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

/** How a command speaks of functions that it needs and that are not there. */
export interface MissingWords {
  /** What needs them: `The race`. */
  readonly subject: string;
  /** What runs without them: `npm run race -- --shelf solutions`. */
  readonly instead: string;
}

/**
 * The functions of a shelf; undefined, after a word about it on standard error, where some are not written
 * yet.
 * @param calls for each function that is needed, by its name, a small call that finds out
 * @throws ShelfError, and whatever else a function throws when it is called
 */
export async function functionsOn<Functions extends object>(
  shelf: Shelf,
  calls: Calls<Functions>,
  { subject, instead }: MissingWords,
): Promise<Functions | undefined> {
  const names = Object.keys(calls);
  // The one cast: a file that is read at run time has no types. The suites of the lessons hold them to it.
  const functions = (await loadShelf(shelf, names, rooms)) as unknown as Functions;
  const missing = await rehearse(functions, calls);
  if (missing.length === 0) return functions;
  const lines = missing.map((exercise) => {
    const lesson = lessonWith(exercise);
    return `  ${exercise.padEnd(18)}${lesson === undefined ? '' : fileOn(shelf, lesson)}`;
  });
  process.stderr.write(
    [
      `${subject} runs on your own functions, and these are not written yet:`,
      '',
      ...lines,
      '',
      `npm test says where to go on. To see ${subject.replace(/^The /, 'the ')} before that:`,
      '',
      `  ${instead}`,
      '',
    ].join('\n'),
  );
  return undefined;
}
