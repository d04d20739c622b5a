import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { root } from './root';

const FOLDER = '.common-scale/kept';

/**
 * Copies a file, before it is overwritten, into the git-ignored folder, under a name of its own.
 * @param file in a lesson's folder, relative to the course's
 * @returns where the copy is; that of an earlier time where it holds the same
 */
export function keep(file: string): string {
  for (let number = 1; ; number++) {
    const kept = `${FOLDER}/${nameOf(file)}-${number}${extname(file)}`;
    if (!existsSync(join(root, kept))) {
      mkdirSync(join(root, FOLDER), { recursive: true });
      copyFileSync(join(root, file), join(root, kept));
      return kept;
    }
    if (readFileSync(join(root, kept)).equals(readFileSync(join(root, file)))) return kept;
  }
}

/** Of lessons/02-mean-centering/exercise.ts: 02-mean-centering. Of a helper beside it, with its own name. */
function nameOf(file: string): string {
  const folder = basename(dirname(file));
  const name = basename(file, extname(file));
  return name === 'exercise' ? folder : `${folder}-${name}`;
}
