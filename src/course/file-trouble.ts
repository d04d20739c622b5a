import { relative } from 'node:path';
import { root } from './root';

/** A file cannot be read or written, for a reason that its owner can mend; the message says which and why. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
}

/** Why the disk refused, in a sentence; undefined for an error that is about something else. */
export function fileTrouble(error: unknown): string | undefined {
  if (error instanceof FileTrouble) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code = '', path, syscall = '' } = error as NodeJS.ErrnoException;
  if (path === undefined || syscall.startsWith('spawn')) return undefined;
  return REASONS[code]?.(within(path));
}

const readOnly = (file: string) =>
  `${file} cannot be read or written: it, or its folder, is read-only or belongs to somebody else.`;
const inTheWay = (file: string) =>
  `${file} cannot be made: something else is in its place, or on the way to it. Look at it before you move it.`;

const REASONS: Readonly<Record<string, (file: string) => string>> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  EISDIR: (file) => `${file} is a folder, and a file belongs there. Move it away.`,
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  ENOENT: (file) => `${file} is missing.`,
  ENOSPC: (file) => `${file} cannot be written: the disk is full.`,
};

/** As a learner would write it, where it lies in the course. */
function within(path: string): string {
  const inside = relative(root, path);
  return inside.startsWith('..') ? path : inside.replaceAll('\\', '/');
}
