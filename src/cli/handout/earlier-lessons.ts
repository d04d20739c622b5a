import { dependsOn, type Lesson } from '#kit/course';

/** The lessons whose exercises the stub of a lesson imports, or that one of these imports. */
export function earlierLessons(lesson: Lesson, every: readonly Lesson[]): Lesson[] {
  const { blank } = lesson;
  const needed = dependsOn({ ...lesson, exercise: blank, test: blank });
  return every.filter((other) => other.name !== lesson.name && needed.includes(other.blank));
}
