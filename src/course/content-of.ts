import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FileTrouble } from './file-trouble';
import { root } from './root';

/**
 * What stands in a file of the course; undefined where there is none.
 * @throws FileTrouble where a folder stands in its place
 */
export function contentOf(file: string): Buffer | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  if (statSync(path).isDirectory()) {
    throw new FileTrouble(`${file} is a folder, and a file belongs there. Move it away.`);
  }
  return readFileSync(path);
}
