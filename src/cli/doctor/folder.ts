import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLessons, root } from '#kit/course';
import { note, right, type Finding } from './finding';

/**
 * Whether the course may write where it has to. Its own folder, .common-scale, takes files: this command
 * lies in it.
 */
export function check(): Finding {
  const closed = listLessons()
    .map(({ folder }) => folder)
    .filter((folder) => !isWritable(folder));
  const file = join(root, '.common-scale', `doctor-${process.pid}`);
  mkdirSync(join(root, '.common-scale'), { recursive: true });
  writeFileSync(file, '');
  rmSync(file);
  const [first] = closed;
  if (first === undefined) return right(root);
  return note(
    `${closed.length === 1 ? first : `${first} and ${closed.length - 1} more folders`} cannot be written into`,
    'Let yourself write there, or move the course to a folder that is yours: else your work cannot be saved.',
  );
}

function isWritable(folder: string): boolean {
  try {
    accessSync(join(root, folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
