import { findLesson, listLessons, type Lesson } from '#kit/course';
import { UsageError } from './arguments';

/** The one lesson that a command was asked for. @param lessons those that there are */
export function chosenLesson(wanted: readonly string[], usage: string, lessons = listLessons()): Lesson {
  const [lesson, another] = chosenLessons(wanted, lessons);
  if (wanted.length > 0 && lesson !== undefined && another === undefined) return lesson;
  const words = wanted.length === 0 ? 'Say which lesson.' : 'One lesson at a time.';
  throw new UsageError(`${words}\n\n${usage}`);
}

/** The lessons that a command was asked for, in the course's order; all when none was. */
export function chosenLessons(wanted: readonly string[], lessons = listLessons()): Lesson[] {
  if (wanted.length === 0) return lessons;
  const names = wanted.map((name) => {
    const lesson = findLesson(lessons, name);
    if (lesson !== undefined) return lesson.name;
    const numbers = lessons.map(({ number }) => number);
    throw new UsageError(`There is no lesson "${name}". There are ${numbers[0]} to ${numbers.at(-1)}.`);
  });
  return lessons.filter((lesson) => names.includes(lesson.name));
}
