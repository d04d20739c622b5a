import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, type ExerciseState, type Lesson, type Replaced } from '#kit/course';

/** What `adopt` did. */
export function adoptedInWords({ exercise, number }: Lesson, { kept, changed }: Replaced): string {
  if (!changed) return `Lesson ${number} is adopted already.`;
  return [`${exercise} now holds the solution. Read its reasons.`, ...whereKept(kept)].join('\n');
}

/** What `reset` did. */
export function resetInWords(lesson: Lesson, { was, kept }: Replaced): string {
  const hasTests = existsSync(join(root, lesson.test));
  return [
    ...found(lesson, was, kept),
    ...whereKept(kept),
    ...(hasTests
      ? []
      : [
          `The rest of ${lesson.folder}/ is missing, too. With git, this brings it back:`,
          `git restore ${lesson.folder}`,
        ]),
  ].join('\n');
}

/** The same as an object, for --json. */
export function asObject({ name, exercise }: Lesson, { was, kept, changed }: Replaced): object {
  return { lesson: name, exercise, changed, was, kept: kept ?? null };
}

function found({ exercise }: Lesson, was: ExerciseState, kept: string | undefined): string[] {
  switch (was) {
    case 'blank':
      return [`${exercise} is blank already.`];
    case 'missing':
      return [`${exercise} was missing. It is there again, and blank.`];
    case 'written':
      return [`${exercise} is blank again.`];
    case 'adopted':
      return [
        `${exercise} is blank again.`,
        kept === undefined
          ? 'It was adopted: nothing of your own was in it.'
          : 'It was adopted, and changed since.',
      ];
  }
}

function whereKept(kept: string | undefined): string[] {
  return kept === undefined ? [] : [`What you had is in ${kept}`];
}
