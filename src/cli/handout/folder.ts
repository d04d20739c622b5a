import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../arguments';
import { outside } from '../course-copy/outside';

/**
 * Where a copy for students goes.
 * @throws UsageError for a place that is taken, and for one in the course itself
 */
export function newFolder(directory: string): string {
  const folder = resolve(directory);
  outside(
    folder,
    `${directory} lies in the course itself. Choose a folder beside it, such as ../for-students.`,
  );
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return folder;
  if (!found.isDirectory())
    throw new UsageError(`${directory} is a file. Choose a folder that is new, or empty.`);
  if (readdirSync(folder).length > 0) {
    throw new UsageError(`${directory} is not empty. Choose a folder that is new, or empty.`);
  }
  return folder;
}
