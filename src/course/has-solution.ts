import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from './lessons';
import { root } from './root';

/** Whether the solution of a lesson is here: a course for students is handed out without. */
export function hasSolution({ solution }: Pick<Lesson, 'solution'>): boolean {
  return existsSync(join(root, solution));
}
