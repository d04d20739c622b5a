import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from './content-of';
import type { Lesson } from './lessons';
import { root } from './root';

/** The first line of an exercise that was taken over, not written. It travels with the file. */
const MARK = '// Adopted from solutions/. Write it yourself one day.';

/** Whose text stands in an exercise. */
export type ExerciseState = 'missing' | 'blank' | 'adopted' | 'written';

/** @throws FileTrouble where a folder stands in its place */
export function exerciseState({ exercise, blank }: Lesson): ExerciseState {
  const text = textOf(exercise);
  if (text === undefined) return 'missing';
  if (text === textOf(blank)) return 'blank';
  return text.startsWith(MARK) ? 'adopted' : 'written';
}

/** Whether there is anything in an exercise that stands nowhere else. @throws as `exerciseState` */
export function isWorthKeeping(lesson: Lesson): boolean {
  const state = exerciseState(lesson);
  return state === 'written' || (state === 'adopted' && textOf(lesson.exercise) !== adoptedText(lesson));
}

/** What an exercise holds that is adopted now. */
export function adoptedText({ solution }: Lesson): string {
  return `${MARK}\n${readFileSync(join(root, solution), 'utf8')}`;
}

/** Whether an exercise was taken over from the solution, perhaps of an older course, perhaps changed since. */
export function isAdopted({ exercise }: Lesson): boolean {
  try {
    return textOf(exercise)?.startsWith(MARK) ?? false;
  } catch {
    return false;
  }
}

function textOf(file: string): string | undefined {
  return contentOf(file)?.toString();
}
