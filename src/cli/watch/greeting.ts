import type { Lesson, Standing } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { countDone } from '../list-page';

/** What is said once, when somebody comes. */
export function greeting(standings: readonly Standing[], current: Lesson, terminal: Terminal): string {
  const isNew = standings.every(({ status }) => status === 'not started');
  const words = isNew
    ? `Welcome to Common Scale. Open ${current.exercise} in your editor, and leave this window beside it: ` +
      `every time you save, it says how the lesson stands. Press o to read what the lesson is about.`
    : `Welcome back: ${countDone(standings)}. Every time you save an exercise, its lesson runs here.`;
  return indented(terminal, '', words);
}
