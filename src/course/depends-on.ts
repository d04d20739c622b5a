import { readFileSync, statSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import type { Lesson } from './lessons';
import { root } from './root';

/**
 * The files that decide how a lesson's tests end: the tests, its exercise, and what these import by a
 * relative path, such as earlier exercises and a learner's own helpers. For an import that leads nowhere,
 * these are all the files that it could mean.
 *
 * @param at the course's folder, in which some of them may be missing
 * @returns paths relative to it, sorted
 */
export function dependsOn({ test, exercise }: Lesson, at = root): string[] {
  const known = new Set([test, exercise]);
  // What is added while it goes on is looked at, too.
  for (const file of known) {
    for (const wanted of relativeImports(join(at, file))) {
      for (const found of meantBy(posix.join(posix.dirname(file), wanted), at)) known.add(found);
    }
  }
  return [...known].toSorted();
}

/**
 * The lessons whose tests may end otherwise when this file has changed, has come or has gone.
 * @param file in whatever way it is written; a relative path begins at the course's folder
 */
export function lessonsTouchedBy(file: string, lessons: readonly Lesson[], at = root): Lesson[] {
  const changed = relative(at, resolve(at, file)).replaceAll(sep, '/');
  return lessons.filter((lesson) => dependsOn(lesson, at).includes(changed));
}

/** Every text that could be the relative path of an import. One too many does no harm. */
function relativeImports(path: string): string[] {
  return [...textOf(path).matchAll(/(['"`])(\.{1,2}(?:\/[^'"`\n]*)?)\1/g)].flatMap(
    ([, , wanted]) => wanted ?? [],
  );
}

const ENDINGS = ['.ts', '.mts', '.tsx', '.js', '.mjs', '.jsx', '.json'];

/** Files that an import can mean: those that there are, or all where there is none. */
function meantBy(path: string, at: string): string[] {
  const typescript = path.replace(/\.([mc]?)js$/, '.$1ts');
  const inside = posix.join(path, 'index');
  const every = [
    path,
    typescript,
    ...[path, inside].flatMap((stem) => ENDINGS.map((ending) => stem + ending)),
  ];
  const present = every.filter((file) => isFile(join(at, file)));
  return present.length > 0 ? present : every;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
