import { lessonWith } from '#kit/course';

/**
 * Functions of lessons that are not in this course: it may have been handed out without them.
 * @param wanted by their names
 */
export function absentFunctions(wanted: object): string[] {
  return Object.keys(wanted).filter((name) => lessonWith(name) === undefined);
}
