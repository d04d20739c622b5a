import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lesson } from './lessons';
import { root } from './root';

/** The first line of an exercise that was taken over, not written. It travels with the file. */
const MARK = '// Adopted from solutions/. Write it yourself one day.';

/**
 * Puts the solution of a lesson on the learner's shelf, so that later lessons open.
 * @returns where what stood there before was put, if there was anything to lose
 */
export function adopt(lesson: Lesson): string | undefined {
  const kept = keep(lesson);
  const solution = readFileSync(join(root, lesson.solution), 'utf8');
  writeFileSync(join(root, lesson.exercise), `${MARK}\n${solution}`);
  return kept;
}

/** Whether the learner's exercise was taken over from the solution. */
export function isAdopted(lesson: Lesson): boolean {
  return textOf(lesson.exercise)?.startsWith(MARK) ?? false;
}

/** Copies an exercise that somebody has worked on into the git-ignored folder. */
function keep(lesson: Lesson): string | undefined {
  const text = textOf(lesson.exercise);
  if (text === undefined || text === textOf(lesson.blank) || text.startsWith(MARK)) return undefined;
  for (let number = 1; ; number++) {
    const kept = `.common-scale/kept/${lesson.name}-${number}.ts`;
    if (existsSync(join(root, kept))) continue;
    mkdirSync(dirname(join(root, kept)), { recursive: true });
    copyFileSync(join(root, lesson.exercise), join(root, kept));
    return kept;
  }
}

function textOf(file: string): string | undefined {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;
}
