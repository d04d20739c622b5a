import { findLesson, listLessons, type Lesson } from '#kit/course';
import { UsageError } from './arguments';

/** The lessons that a command was asked for, in the course's order; all when none was. */
export function chosenLessons(wanted: readonly string[]): Lesson[] {
  const lessons = listLessons();
  if (wanted.length === 0) return lessons;
  const names = wanted.map((name) => {
    const lesson = findLesson(lessons, name);
    if (lesson !== undefined) return lesson.name;
    const numbers = lessons.map(({ number }) => number);
    throw new UsageError(`There is no lesson "${name}". There are ${numbers[0]} to ${numbers.at(-1)}.`);
  });
  return lessons.filter((lesson) => names.includes(lesson.name));
}
