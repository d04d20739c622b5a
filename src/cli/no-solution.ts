import type { Lesson } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { thisTerminal } from './terminal';

/**
 * What is said where a solution is wanted in a course for students.
 * @param nothing what cannot be done then: `there is nothing to adopt`
 */
export function noSolution({ number }: Lesson, nothing: string, terminal: Terminal = thisTerminal()): string {
  const words = `This course was handed out without the solution of lesson ${number}: ${nothing}.`;
  return indented(terminal, '', words);
}
