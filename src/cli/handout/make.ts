import { fileURLToPath } from 'node:url';
import { findLesson, listLessons, type Lesson } from '#kit/course';
import { courseFiles } from '../course-copy/course-files';
import { pointsOf, suiteOf } from '../course-copy/points';
import type { ProgressLine } from '../progress-line';
import { hasKey, neededKeys } from './answer-keys';
import { contentsOf } from './contents';
import type { AnswerKeyAlong, MadeHandout } from './handout-page';
import { complaints } from './self-check';
import { trial } from './trial';
import { write } from './write';

/** What a copy for students was asked for. */
export interface Order {
  /** As it was written, and where that is. */
  readonly directory: string;
  readonly folder: string;
  readonly lessons: readonly Lesson[];
  readonly diagnosis: boolean;
  readonly quick: boolean;
}

/** Why there is no copy, in a sentence each. */
export interface Refused {
  readonly wrong: readonly string[];
}

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

/** Makes a copy for students. Nothing is written before everything is found to be right. */
export async function make(order: Order, line: ProgressLine): Promise<MadeHandout | Refused> {
  const { directory, folder, lessons, diagnosis, quick } = order;
  const every = listLessons();
  line.show('gathering …');
  const suites = await Promise.all(lessons.map((lesson) => suiteOf(lesson, rooms)));
  const wanted = await neededKeys(suites);
  const keys = every.flatMap((lesson): AnswerKeyAlong[] => {
    const neededBy = findLesson(every, wanted.get(lesson.name) ?? '');
    const isWanted = diagnosis && hasKey(lesson) && lessons.some(({ name }) => name === lesson.name);
    return neededBy !== undefined || isWanted ? [{ lesson, neededBy }] : [];
  });
  const keyed = keys.map(({ lesson }) => lesson);
  const contents = await contentsOf(courseFiles(), lessons, keyed);
  line.show('checking …');
  const wrong = complaints(contents, lessons);
  if (wrong.length > 0) return { wrong };
  const failed = quick
    ? undefined
    : trial(contents, lessons.length, (step) => line.show(`trying ${step} there …`));
  if (failed !== undefined) return { wrong: [failed, 'To make the copy without this trial: --quick'] };
  write(contents, folder);
  const points = lessons.map((lesson, index) => pointsOf(lesson, suites[index]!));
  return { directory, files: contents.size, points, keys, diagnosis, wasTried: !quick };
}
