import { openLessons, type LessonRun } from './lessons/open-lessons';
import type { Page } from './page';

/** Runs the tests of some lessons on the learner's exercises, once. */
export async function runLessons(run: LessonRun & { readonly backend: string }): Promise<Page> {
  const lessons = await openLessons(run.backend);
  try {
    return await lessons.run(run);
  } finally {
    await lessons.close();
  }
}
