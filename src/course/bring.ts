import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentOf } from './content-of';
import { exerciseState } from './exercise-state';
import { exportedNames } from './exported-names';
import { fileTrouble } from './file-trouble';
import { keep } from './keep';
import { listLessons, type Lesson } from './lessons';
import type { OtherCourse } from './other-course';
import { replaceExercise } from './replace-exercise';
import { root } from './root';

/** What became of one lesson's exercise. */
export type BroughtLesson = { readonly lesson: Lesson } & (
  | {
      /** Same: it stood here already. */
      readonly outcome: 'brought' | 'same';
      /** Where what stood here is now. */
      readonly kept: string | undefined;
      /** What the stub of this course exports and the exercise does not. */
      readonly lacks: readonly string[];
    }
  | { readonly outcome: 'not begun'; readonly isBegunHere: boolean }
  | { readonly outcome: 'failed'; readonly reason: string }
);

/** What became of a file beside the exercises. */
export type BroughtFile = { readonly file: string } & (
  | { readonly outcome: 'brought'; readonly kept: string | undefined }
  | { readonly outcome: 'failed'; readonly reason: string }
);

export interface Brought {
  readonly lessons: readonly BroughtLesson[];
  readonly helpers: readonly BroughtFile[];
  /** Names of lessons that are begun there and that this course does not have. */
  readonly unknown: readonly string[];
  /** Whether there is work there that `reset` and the like have put aside. */
  readonly isKeptThere: boolean;
}

/** Copies what a learner has written in another course into this one. There it stays as it is. */
export async function bring(from: OtherCourse): Promise<Brought> {
  const lessons = listLessons();
  const names = lessons.map(({ name }) => name);
  const unknown = from
    .lessons()
    .filter((name) => !names.includes(name) && from.begun(pathsOf(name)) !== undefined);
  return {
    lessons: await Promise.all(lessons.map((lesson) => bringLesson(lesson, from))),
    helpers: from
      .helpers()
      .filter((file) => !isInLesson(file) || names.some((name) => file.startsWith(`lessons/${name}/`)))
      .flatMap((file) => bringHelper(file, from)),
    unknown,
    isKeptThere: from.hasKept(),
  };
}

async function bringLesson(lesson: Lesson, from: OtherCourse): Promise<BroughtLesson> {
  try {
    const begun = from.begun(lesson);
    if (begun === undefined) {
      const isBegunHere = !['blank', 'missing'].includes(exerciseState(lesson));
      return { lesson, outcome: 'not begun', isBegunHere };
    }
    const { kept, changed } = replaceExercise(lesson, begun);
    const lacks = await lackingIn(begun.toString(), lesson);
    return { lesson, outcome: changed ? 'brought' : 'same', kept, lacks };
  } catch (error) {
    return { lesson, outcome: 'failed', reason: inWords(error) };
  }
}

/** What the stub exports and a text does not, as far as that can be told. */
async function lackingIn(text: string, { blank }: Lesson): Promise<string[]> {
  const wanted = (await exportedNames(readFileSync(join(root, blank), 'utf8'))) ?? [];
  const found = await exportedNames(text);
  return found === undefined ? [] : wanted.filter((name) => !found.includes(name));
}

/** @returns nothing where the same file is here already */
function bringHelper(file: string, from: OtherCourse): BroughtFile[] {
  try {
    const [theirs, ours] = [from.read(file), contentOf(file)];
    if (theirs === undefined || ours?.equals(theirs) === true) return [];
    const kept = ours && keep(file);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), theirs);
    return [{ file, outcome: 'brought', kept }];
  } catch (error) {
    return [{ file, outcome: 'failed', reason: inWords(error) }];
  }
}

/** @throws the error, where it is not about a file */
function inWords(error: unknown): string {
  const reason = fileTrouble(error);
  if (reason === undefined) throw error;
  return reason;
}

function isInLesson(file: string): boolean {
  return /^lessons\/\d\d-[a-z0-9-]+\//.test(file);
}

function pathsOf(name: string): Pick<Lesson, 'exercise' | 'blank'> {
  return { exercise: `lessons/${name}/exercise.ts`, blank: `src/course/blank/${name}/exercise.ts` };
}
