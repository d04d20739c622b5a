import { fileURLToPath } from 'node:url';
import { loadShelf, type Shelf } from '#kit/course';
import { raceCalls, rehearse, type RaceFunctions } from '#kit/race';

/** The folder in which the command's bundle lies, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

/** What the race runs on, from the solutions, else from the learner; undefined where neither shelf has all. */
export async function finishedFunctions(): Promise<
  { readonly functions: RaceFunctions; readonly shelf: Shelf } | undefined
> {
  for (const shelf of ['solutions', 'lessons'] as const) {
    try {
      // The one cast: a file that is read at run time has no types.
      const functions = (await loadShelf(shelf, Object.keys(raceCalls), rooms)) as unknown as RaceFunctions;
      if ((await rehearse(functions, raceCalls)).length === 0) return { functions, shelf };
    } catch {
      // A course may come without solutions, and a learner's file may be half written.
    }
  }
  return undefined;
}
