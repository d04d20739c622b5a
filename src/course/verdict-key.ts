import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependsOn } from './depends-on';
import type { Lesson } from './lessons';
import { root } from './root';

/**
 * A text that is another one as soon as the tests of a lesson could end otherwise: made of everything that
 * it depends on, and of the course's own code.
 */
export function verdictKey(lesson: Lesson, at = root): string {
  const hash = createHash('sha256').update(courseKey(at));
  for (const file of dependsOn(lesson, at)) addFile(hash, file, at);
  return hash.digest('hex');
}

/** Read once: a command goes on with the code that it was started with. */
const known = new Map<string, string>();

function courseKey(at: string): string {
  const key = known.get(at) ?? keyOfFiles(['package.json', ...filesIn('src', at)], at);
  known.set(at, key);
  return key;
}

/** A text that is another one as soon as any file in these folders of the course is. */
export function keyOfFolders(...folders: readonly string[]): string {
  return keyOfFiles(
    folders.flatMap((folder) => filesIn(folder, root)),
    root,
  );
}

function keyOfFiles(files: readonly string[], at: string): string {
  const hash = createHash('sha256');
  for (const file of files) addFile(hash, file, at);
  return hash.digest('hex');
}

function addFile(hash: Hash, file: string, at: string): void {
  try {
    const content = readFileSync(join(at, file));
    hash.update(`${file} ${content.length}\n`).update(content);
  } catch {
    hash.update(`${file} is not there\n`);
  }
}

function filesIn(folder: string, at: string): string[] {
  const entries = readdirSync(join(at, folder), { recursive: true, encoding: 'utf8' });
  return entries.map((entry) => join(folder, entry)).toSorted();
}
