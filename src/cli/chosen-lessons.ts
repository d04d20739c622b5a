import { listLessons, type Lesson } from '#kit/course';
import { UsageError } from './arguments';
import { lessonNamed } from './lesson-range';

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
  const names = wanted.map((name) => lessonNamed(name, lessons).name);
  return lessons.filter((lesson) => names.includes(lesson.name));
}
