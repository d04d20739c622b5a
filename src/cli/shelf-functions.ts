import { fileURLToPath } from 'node:url';
import { fileOn, hasSolution, lessonWith, loadShelf, type Shelf } from '#kit/course';
import { indented } from '#kit/pages';
import { rehearse, type Calls } from '#kit/race';
import { absentFunctions } from './absent-functions';
import { thisTerminal } from './terminal';

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
 * yet, or cannot be had in this course.
 * @param calls for each function that is needed, by its name, a small call that finds out
 * @throws ShelfError, and whatever else a function throws when it is called
 */
export async function functionsOn<Functions extends object>(
  shelf: Shelf,
  calls: Calls<Functions>,
  words: MissingWords,
): Promise<Functions | undefined> {
  const names = Object.keys(calls);
  const never = whyNever(shelf, calls, words);
  if (never !== undefined) return refuse(never);
  // The one cast: a file that is read at run time has no types. The suites of the lessons hold them to it.
  const functions = (await loadShelf(shelf, names, rooms)) as unknown as Functions;
  const missing = await rehearse(functions, calls);
  return missing.length === 0 ? functions : refuse(notWritten(shelf, missing, names, words));
}

function refuse(lines: readonly string[]): undefined {
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** Why these functions cannot be had at all: a course is handed out without solutions, and perhaps without lessons. */
function whyNever(shelf: Shelf, calls: object, { subject }: MissingWords): string[] | undefined {
  const absent = absentFunctions(calls);
  if (absent.length > 0) {
    return [
      `${subject} runs on functions of lessons that are not in this course:`,
      '',
      indented(thisTerminal(), '  ', absent.join(', ')),
      '',
    ];
  }
  if (shelf === 'lessons' || areSolved(Object.keys(calls))) return undefined;
  const words = 'This course was handed out without its solutions. Your own functions: --shelf lessons';
  return [indented(thisTerminal(), '', words)];
}

function areSolved(names: readonly string[]): boolean {
  return names.every((name) => {
    const lesson = lessonWith(name);
    return lesson !== undefined && hasSolution(lesson);
  });
}

/** @param names all that are needed */
function notWritten(
  shelf: Shelf,
  missing: readonly string[],
  names: readonly string[],
  { subject, instead }: MissingWords,
): string[] {
  const lines = missing.map((exercise) => {
    const lesson = lessonWith(exercise);
    return `  ${exercise.padEnd(18)}${lesson === undefined ? '' : fileOn(shelf, lesson)}`;
  });
  const whereToGoOn = 'npm test says where to go on.';
  return [
    `${subject} runs on your own functions, and these are not written yet:`,
    '',
    ...lines,
    '',
    ...(areSolved(names)
      ? [`${whereToGoOn} To see ${subject.replace(/^The /, 'the ')} before that:`, '', `  ${instead}`]
      : [whereToGoOn]),
    '',
  ];
}
