import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contents } from '../course-copy/contents';

export function write(contents: Contents, folder: string): void {
  for (const [file, text] of contents) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
