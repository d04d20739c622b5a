import type { LessonRun } from './lessons/open-lessons';
import type { Page } from './page';

/** Runs the tests of some lessons on the learner's exercises, once. */
export async function runLessons(run: LessonRun & { readonly backend: string }): Promise<Page> {
  // vitest takes half a second to load: whoever is only told what is wrong with a call need not wait for it.
  const { openLessons } = await import('./lessons/open-lessons');
  const lessons = await openLessons(run.backend);
  try {
    return await lessons.run(run);
  } finally {
    await lessons.close();
  }
}
