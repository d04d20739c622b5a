import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

/** One lesson, as its folders are found on disk. All paths are relative to the course's folder. */
export interface Lesson {
  /** '02' */
  readonly number: string;
  /** '02-mean-centering', the name of its folder on every shelf */
  readonly name: string;
  /** 'Mean centering' */
  readonly title: string;
  readonly folder: string;
  readonly exercise: string;
  readonly test: string;
  readonly readme: string;
  readonly hints: string;
  readonly solution: string;
  readonly blank: string;
  readonly misconceptions: string;
}

const LESSON_NAME = /^(\d\d)-([a-z0-9-]+)$/;

/**
 * The lessons in their order.
 * @param folder the one whose folders tell; the stubs are there when the lessons themselves have been deleted
 */
export function listLessons(folder: 'lessons' | 'src/course/blank' = 'lessons'): Lesson[] {
  return foldersIn(folder).flatMap((name) => {
    const lesson = lessonNamed(name);
    return lesson === undefined ? [] : [lesson];
  });
}

/** The lesson that '03', '3' or '03-std-scaling' means. */
export function findLesson(lessons: readonly Lesson[], wanted: string): Lesson | undefined {
  return lessons.find(({ number, name }) => name === wanted || number === wanted.padStart(2, '0'));
}

/** The lesson whose stub declares a function of this name. */
export function lessonWith(exercise: string): Lesson | undefined {
  return listLessons().find((lesson) => exercisesOf(lesson).includes(exercise));
}

/** Names of the functions that a lesson's stub declares, in their order. */
export function exercisesOf({ blank }: Lesson): string[] {
  const text = readFileSync(join(root, blank), 'utf8');
  return [...text.matchAll(/^export (?:async )?function (\w+)\(/gm)].flatMap(([, name]) => name ?? []);
}

/** Names of the folders in a folder of the course, sorted; none where there is no such folder. */
export function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .toSorted();
  } catch {
    return [];
  }
}

function lessonNamed(name: string): Lesson | undefined {
  const [, number, words] = LESSON_NAME.exec(name) ?? [];
  if (number === undefined || words === undefined) return undefined;
  const folder = `lessons/${name}`;
  return {
    number,
    name,
    title:
      titleIn(`${folder}/README.md`) ?? (words[0] ?? '').toUpperCase() + words.slice(1).replaceAll('-', ' '),
    folder,
    exercise: `${folder}/exercise.ts`,
    test: `${folder}/exercise.test.ts`,
    readme: `${folder}/README.md`,
    hints: `${folder}/hints.md`,
    solution: `solutions/${name}/exercise.ts`,
    blank: `src/course/blank/${name}/exercise.ts`,
    misconceptions: `test/misconceptions/${name}`,
  };
}

/** 'Mean centering' of `# 02 · Mean centering: zero in the middle`. */
function titleIn(readme: string): string | undefined {
  try {
    return /^# \d\d · ([^:\n]+)/.exec(readFileSync(join(root, readme), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
