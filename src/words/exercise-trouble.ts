/*
 * What is wrong with an exercise, in the same words in a terminal and in a browser.
 */

/** A line of an exercise. */
export interface Line {
  readonly file: string;
  readonly line: number;
}

/**
 * What went wrong in an exercise, and in which line; without a stack.
 * @param lineIn finds the exercise's line in a stack
 */
export function explained(error: unknown, lineIn: (stack: string) => Line | undefined = lineOnDisk): string {
  if (!(error instanceof Error)) return `An exercise threw ${String(error)}.`;
  // These say it all by themselves. Known by name, since this room has no classes of others.
  if (error.name === 'KernelError' || error.name === 'ShelfError') return error.message;
  const place = lineIn(error.stack ?? '');
  const where = place === undefined ? '' : `\n${place.file}, line ${place.line}`;
  return `${error.name}: ${error.message}${where}`;
}

export function notExported(file: string, exercise: string): string {
  return `${file} exports no function named ${exercise}.`;
}

export function missingFile(shelf: string, lesson: string): string {
  const [number] = lesson.split('-');
  const back = shelf === 'lessons' ? ` This puts the empty one back: npm run reset ${number}` : '';
  return `${shelf}/${lesson}/exercise.ts is missing.${back}`;
}

/** The lesson and the name that an import asked for in vain; undefined where an error is about something else. */
export function missingImport(error: unknown): { lesson: string; exercise: string } | undefined {
  const [, lesson, exercise] =
    /(\d\d-[a-z0-9-]+)(?:\.js|\/exercise\.ts[^']*)' (?:does not|doesn't) provide an export named:? '(\w+)'/.exec(
      String(error),
    ) ?? [];
  return lesson === undefined || exercise === undefined ? undefined : { lesson, exercise };
}

/** The name of the exercise that `todo` threw for; undefined where an error is another one. */
export function notStarted(error: unknown): string | undefined {
  const isTodo = error instanceof Error && error.name === 'NotStarted' && 'exercise' in error;
  return isTodo ? String(error.exercise) : undefined;
}

/** Source maps have brought a stack back to the files. */
function lineOnDisk(stack: string): Line | undefined {
  const [, file, line] = /((?:lessons|solutions)\/[^/\s]+\/[^\s():]+):(\d+):\d+/.exec(stack) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}
