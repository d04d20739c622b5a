import { findLesson, type Lesson } from '#kit/course';
import { UsageError } from './arguments';

/**
 * The lessons that `01-07` means, or `01-03,05`, or `adam`'s full name `08-adam`; in the course's order.
 * @throws UsageError for what is no such text, and for lessons that there are not
 */
export function lessonsInRange(text: string, lessons: readonly Lesson[]): Lesson[] {
  const wanted = new Set(text.split(',').flatMap((part) => named(part.trim(), lessons)));
  return lessons.filter((lesson) => wanted.has(lesson));
}

/** Numbers in words: `01 to 03 and 05`. */
export function rangeInWords(lessons: readonly Lesson[]): string {
  const runs: Lesson[][] = [];
  for (const lesson of lessons) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && Number(lesson.number) === Number(last.number) + 1) runs.at(-1)?.push(lesson);
    else runs.push([lesson]);
  }
  const words = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)].map((lesson) => lesson?.number ?? '');
    return run.length > 2 ? [`${first} to ${last}`] : run.map(({ number }) => number);
  });
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function named(part: string, lessons: readonly Lesson[]): Lesson[] {
  const [, from, to] = /^(\d\d?)-(\d\d?)$/.exec(part) ?? [];
  if (from === undefined || to === undefined) return [lessonNamed(part, lessons)];
  const [first, last] = [lessonNamed(from, lessons), lessonNamed(to, lessons)];
  if (first.number > last.number) {
    throw new UsageError(
      `"${part}" ends before it begins. From ${last.number} to ${first.number} is ${last.number}-${first.number}.`,
    );
  }
  return lessons.slice(lessons.indexOf(first), lessons.indexOf(last) + 1);
}

/** @throws UsageError where there is none */
export function lessonNamed(name: string, lessons: readonly Lesson[]): Lesson {
  const lesson = findLesson(lessons, name);
  if (lesson !== undefined) return lesson;
  throw new UsageError(`There is no lesson "${name}". There are ${rangeInWords(lessons)}.`);
}
