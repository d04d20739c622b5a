import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from './content-of';
import { adoptedText, exerciseState, isWorthKeeping, type ExerciseState } from './exercise-state';
import { keep } from './keep';
import type { Lesson } from './lessons';
import { root } from './root';

/** What became of an exercise that something else was to be put in the place of. */
export interface Replaced {
  /** What stood there before. */
  readonly was: ExerciseState;
  /** Where that is now, where it would have been lost. */
  readonly kept: string | undefined;
  /** False where the same stood there already. */
  readonly changed: boolean;
}

/** Puts the solution of a lesson on the learner's shelf, so that later lessons open. */
export function adopt(lesson: Lesson): Replaced {
  return replaceExercise(lesson, Buffer.from(adoptedText(lesson)));
}

/** Puts the stub of a lesson back on the learner's shelf. */
export function reset(lesson: Lesson): Replaced {
  return replaceExercise(lesson, readFileSync(join(root, lesson.blank)));
}

/** @throws FileTrouble where a folder stands in its place, or an error of Node's for which `fileTrouble` has words */
export function replaceExercise(lesson: Lesson, content: Buffer): Replaced {
  const was = exerciseState(lesson);
  if (contentOf(lesson.exercise)?.equals(content) === true) return { was, kept: undefined, changed: false };
  const kept = isWorthKeeping(lesson) ? keep(lesson.exercise) : undefined;
  mkdirSync(join(root, lesson.folder), { recursive: true });
  writeFileSync(join(root, lesson.exercise), content);
  return { was, kept, changed: true };
}
