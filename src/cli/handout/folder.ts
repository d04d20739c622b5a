import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, isAbsolute } from 'node:path';
import { root } from '#kit/course';
import { UsageError } from '../arguments';

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

/** @throws UsageError with these words for a path in the course itself, whether there is anything or not */
export function outside(path: string, words: string): void {
  if (isWithin(realPath(path), realpathSync(root))) throw new UsageError(words);
}

/** Of a path at which there need not be anything. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..';
}
