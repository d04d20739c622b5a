import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { root } from '#kit/course';
import { UsageError } from '../arguments';

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
