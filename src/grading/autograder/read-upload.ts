import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '#kit/course';
import { archiveKind } from '../intake/find-submissions';
import { readExercise, readFolder, statsOf } from '../intake/read-folder';
import { nothing, readSubmission } from '../intake/read-submission';
import { reasonOf, Refusal } from '../intake/refusal';
import type { HandedIn, Submission } from '../submission';

/**
 * What one student has uploaded to a page that keeps files as they come. It may be the course with its `lessons`,
 * folders of lessons, one archive of these, or, where one lesson is graded, its `exercise.ts` alone: each at the
 * top or one folder below. Never throws; what is wrong stands in its `trouble`.
 *
 * @param name what the submission is to be called
 */
export async function readUpload(
  name: string,
  path: string,
  lessons: readonly Lesson[],
): Promise<Submission> {
  try {
    const course = await readFolder(path, new Set(lessons.map((lesson) => lesson.name)));
    const exercises = isEmpty(course) ? await readLoose(path, lessons) : course;
    if (!isEmpty(exercises)) return { name, exercises };
    const archives = readdirSync(path).filter((file) => archiveKind(file) !== undefined);
    const [archive = '', ...others] = archives;
    const kind = archiveKind(archive);
    if (kind === undefined) return { name, trouble: nothing(lessons), exercises: {} };
    if (others.length > 0) throw new Refusal(`It has ${archives.length} archives. Hand in one of them.`);
    return await readSubmission({ name, path: join(path, archive), kind }, lessons);
  } catch (error) {
    return { name, trouble: reasonOf(error), exercises: {} };
  }
}

/** Lessons in a folder: the name of each, and the folder that its exercise is in. */
type Place = readonly (readonly [lesson: string, folder: string])[];

/** Exercises that stand without the folder `lessons` around them. */
async function readLoose(path: string, lessons: readonly Lesson[]): Promise<Submission['exercises']> {
  const isThere = (...parts: string[]) => statsOf(join(...parts)) !== undefined;
  const [first, ...others] = lessons;
  const forms: readonly ((folder: string) => Place)[] = [
    (folder) =>
      lessons.filter(({ name }) => isThere(folder, name)).map(({ name }) => [name, join(folder, name)]),
    (folder) =>
      first !== undefined && others.length === 0 && isThere(folder, 'exercise.ts')
        ? [[first.name, folder]]
        : [],
  ];
  for (const form of forms) {
    const [place, ...more] = placesOf(path, form);
    if (more.length > 0) {
      throw new Refusal(`It has exercises in ${more.length + 1} folders. Hand in one of them.`);
    }
    if (place !== undefined) return readAll(place);
  }
  return {};
}

/** At the top, or, where there is nothing, in the folders there. */
function placesOf(path: string, form: (folder: string) => Place): Place[] {
  const top = form(path);
  if (top.length > 0) return [top];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => form(join(path, entry.name)))
    .filter((place) => place.length > 0);
}

async function readAll(place: Place): Promise<Submission['exercises']> {
  const exercises: Record<string, HandedIn> = {};
  for (const [lesson, folder] of place) {
    const found = await readExercise(folder, lesson);
    if (found !== undefined) exercises[lesson] = found;
  }
  return exercises;
}

function isEmpty(exercises: Submission['exercises']): boolean {
  return Object.keys(exercises).length === 0;
}
