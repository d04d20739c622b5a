import type { Lesson } from '#kit/course';
import type { Submission } from '../submission';
import type { Found } from './find-submissions';
import { readFolder } from './read-folder';
import { readNote } from './read-note';
import { readTar } from './read-tar';
import { readZip } from './read-zip';
import { reasonOf } from './refusal';

const readers = { folder: readFolder, zip: readZip, tar: readTar, note: readNote };

/**
 * What somebody has handed in: the exercises of these lessons and nothing else. It never throws; what is
 * wrong with one submission stands in its `trouble` and is nobody else's.
 */
export async function readSubmission(found: Found, lessons: readonly Lesson[]): Promise<Submission> {
  const { name, handedInAs, path, kind } = found;
  const who = { name, ...(handedInAs !== undefined && { handedInAs }) };
  const without = (trouble: string): Submission => ({ ...who, trouble, exercises: {} });
  if (found.trouble !== undefined) return without(found.trouble);
  try {
    const exercises = await readers[kind](path, new Set(lessons.map((lesson) => lesson.name)));
    return Object.keys(exercises).length === 0 ? without(nothing(lessons)) : { ...who, exercises };
  } catch (error) {
    return without(reasonOf(error));
  }
}

/** Why something without exercises cannot be graded. */
export function nothing([first, ...others]: readonly Lesson[]): string {
  const rest = others.length === 0 ? '' : `, or that of any of ${others.length} other lessons`;
  return `It holds no exercise: no ${first?.exercise ?? 'lessons/'}${rest}, at its top or one folder below.`;
}
