import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './arguments';

/**
 * Looks before the race whether its report can be written, so that nobody waits for nothing.
 * @throws UsageError for a folder, for a place that is not there or that cannot be written to.
 */
export function checkReportFile(file: string): void {
  if (isFolder(file))
    throw new UsageError(`--report ${file} is a folder. Name a file in it, such as race.html.`);
  if (!/\.html?$/i.test(file)) {
    throw new UsageError(`--report takes a file that ends in .html, such as race.html, not "${file}".`);
  }
  const folder = dirname(file);
  if (!isFolder(folder)) throw new UsageError(`--report ${file}: there is no folder ${folder}.`);
  try {
    accessSync(exists(file) ? file : folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(cannotWrite(file, error));
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Why a file could not be written, in words. */
export function cannotWrite(file: string, error: unknown): string {
  return `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`;
}
