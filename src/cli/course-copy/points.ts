import { bundledSuite, type Lesson } from '#kit/course';
import type { Suite } from '#kit/testing';

/** What a lesson is worth, task by task. */
export interface LessonPoints {
  readonly lesson: Lesson;
  readonly tasks: readonly { readonly name: string; readonly points: number }[];
  readonly points: number;
}

export function pointsOf(lesson: Lesson, { tasks }: Suite<object>): LessonPoints {
  return {
    lesson,
    tasks: tasks.map(({ name, points }) => ({ name, points })),
    points: tasks.reduce((sum, task) => sum + task.points, 0),
  };
}

/** The tests of a lesson. @param rooms the folder of the command's bundle */
export async function suiteOf(lesson: Lesson, rooms: string): Promise<Suite<object>> {
  const module = (await import(await bundledSuite(lesson, rooms))) as { default: Suite<object> };
  return module.default;
}
