import { fileURLToPath } from 'node:url';
import type { Lesson } from '#kit/course';
import { courseFiles } from '../course-copy/course-files';
import { pointsOf, suiteOf } from '../course-copy/points';
import { autograderContents, lacks, type Plan } from './contents';
import { zipped } from './zip';

/** An autograder, ready to be uploaded. */
export interface Autograder {
  readonly archive: Buffer;
  /** What a submission can earn with it. */
  readonly points: number;
}

/** Why there is none, in a sentence each. */
export interface Refused {
  readonly wrong: readonly string[];
}

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

/** Two of the same plan are the same, byte for byte. */
export async function make(plan: Plan, lessons: readonly Lesson[]): Promise<Autograder | Refused> {
  const contents = autograderContents(courseFiles(), plan);
  const wrong = lacks(contents, lessons);
  if (wrong.length > 0) return { wrong };
  const worth = lessons.map(async (lesson) => pointsOf(lesson, await suiteOf(lesson, rooms)).points);
  const points = (await Promise.all(worth)).reduce((sum, each) => sum + each, 0);
  return { archive: await zipped(contents), points };
}
