import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { Refusal } from './refusal';

/** A file that is open to be read. */
export interface OpenFile {
  readonly fd: number;
  /** In bytes. */
  readonly size: number;
}

/**
 * Opens a file, and closes it again when `use` is done. Nothing but a file is opened, for a named pipe
 * would wait for somebody to write to it, and a link lead anywhere.
 * @param name what the sentence calls it
 * @throws Refusal where it is a link, a folder, or anything else that is no file
 */
export async function withPlainFile<Result>(
  path: string,
  name: string,
  use: (file: OpenFile) => Result | Promise<Result>,
): Promise<Result> {
  const before = lstatSync(path);
  if (!before.isFile()) throw new Refusal(`${name} is ${kindOf(before)}.`);
  // It may have been changed since: hence again what lstat has just told. Windows has no such flags.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const fd = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new Refusal(`${name} is ${kindOf(stats)}.`);
    return await use({ fd, size: stats.size });
  } finally {
    closeSync(fd);
  }
}

/** What something is that should be something else. */
export function kindOf(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'a symbolic link, and links are not followed';
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFile()) return 'a file';
  if (stats.isFIFO()) return 'a named pipe';
  return 'no file';
}

/** Fills the buffer with what stands in a file from a position on; false where the file ends before. */
export function readInto(fd: number, buffer: Uint8Array, position: number): boolean {
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(fd, buffer, filled, buffer.length - filled, position + filled);
    if (read === 0) return false;
    filled += read;
  }
  return true;
}
