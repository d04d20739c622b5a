import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { HandedIn, Submission } from '../submission';
import { exerciseText, tooLarge } from './exercise-text';
import { EXERCISE_BYTES } from './limits';
import { kindOf, readInto, withPlainFile } from './plain-file';
import { reasonOf, Refusal } from './refusal';

/** A folder's own `lessons`, or where there is none those of its folders: each with the folder that it is in. */
export function coursesIn(folder: string): string[] {
  if (hasLessons(folder)) return [folder];
  const closed: unknown[] = [];
  const courses = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .filter((path) => {
      try {
        return hasLessons(path);
      } catch (error) {
        closed.push(error);
        return false;
      }
    });
  if (courses.length === 0 && closed.length > 0) throw closed[0];
  return courses.toSorted();
}

/** @throws Error where the folder does not let anybody look */
export function hasLessons(folder: string): boolean {
  return statsOf(join(folder, 'lessons')) !== undefined;
}

/**
 * The exercises in a folder. No link is followed, wherever on the way it stands.
 * @param lessons their names
 * @throws Refusal where nothing of the folder can be taken
 */
export async function readFolder(
  path: string,
  lessons: ReadonlySet<string>,
): Promise<Submission['exercises']> {
  const [course, ...others] = coursesIn(path);
  if (others.length > 0) {
    throw new Refusal(`It has lessons in ${others.length + 1} folders. Hand in one of them.`);
  }
  if (course === undefined) return {};
  demandFolder(join(course, 'lessons'), 'lessons');
  const exercises: Record<string, HandedIn> = {};
  for (const lesson of lessons) {
    const found = await readExercise(join(course, 'lessons', lesson), lesson);
    if (found !== undefined) exercises[lesson] = found;
  }
  return exercises;
}

/** The exercise in the folder of a lesson; undefined where there is none. */
export async function readExercise(folder: string, lesson: string): Promise<HandedIn | undefined> {
  try {
    if (statsOf(folder) === undefined) return undefined;
    demandFolder(folder, `lessons/${lesson}`);
    const file = join(folder, 'exercise.ts');
    const stats = statsOf(file);
    if (stats === undefined) return undefined;
    if (stats.isFile() && stats.nlink > 1) {
      return { trouble: 'exercise.ts is a hard link, and links are not followed.' };
    }
    return await withPlainFile(file, 'exercise.ts', ({ fd, size }) => {
      if (size > EXERCISE_BYTES) return tooLarge;
      const bytes = Buffer.alloc(size);
      if (!readInto(fd, bytes, 0)) throw new Refusal('exercise.ts changed while it was read.');
      return exerciseText(bytes);
    });
  } catch (error) {
    return { trouble: reasonOf(error) };
  }
}

function demandFolder(path: string, name: string): void {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) throw new Refusal(`${name} is ${kindOf(stats)}.`);
}

/** What stands there itself, and not where it points to; undefined where nothing does. */
export function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
