import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message, Plugin } from 'esbuild';
import { missingFile, missingImport, notExported } from '#kit/words';
import { lessonWith, type Lesson } from './lessons';
import { root } from './root';
import { writeWhole } from './write-whole';

/** Where exercises are taken from: the learner's own, or the solutions. */
export type Shelf = 'lessons' | 'solutions';

/** A shelf's files cannot be read, or lack a function; the message says which, to whoever wrote them. */
export class ShelfError extends Error {
  override readonly name = 'ShelfError';
}

/** The file of a lesson on a shelf, relative to the course's folder. */
export function fileOn(shelf: Shelf, lesson: Lesson): string {
  return shelf === 'lessons' ? lesson.exercise : lesson.solution;
}

/**
 * Loads functions of the lessons from a shelf as it is now: each exercise is bundled with its own helpers,
 * and knows its lines for error messages. The rooms that exercises import stay outside, so that they are
 * those of the running command.
 *
 * @param exercises names of functions, as the stubs declare them
 * @param rooms the folder with the bundled rooms `gpu.js`, `data.js` and `todo.js`; the shelf is written
 * into a folder among them: another command has its own
 * @throws ShelfError for a missing file, one that is no TypeScript, or a missing function.
 */
export async function loadShelf<Name extends string>(
  shelf: Shelf,
  exercises: readonly Name[],
  rooms: string,
): Promise<Record<Name, unknown>> {
  const lessons = new Map(exercises.map((exercise) => [exercise, lessonOf(exercise)]));
  const modules = new Map<string, Record<string, unknown>>();
  const folder = folderFor(shelf, rooms);
  await bundle(shelf, new Set(lessons.values()), rooms, folder);
  for (const { name } of new Set(lessons.values())) modules.set(name, await load(shelf, folder, name));
  const found: Partial<Record<Name, unknown>> = {};
  for (const [exercise, lesson] of lessons) {
    found[exercise] = modules.get(lesson.name)?.[exercise];
    if (typeof found[exercise] !== 'function') {
      throw new ShelfError(notExported(fileOn(shelf, lesson), exercise));
    }
  }
  return found as Record<Name, unknown>;
}

/**
 * Bundles a lesson's exercise, and those that it builds on, as they are now, for whoever loads it.
 * @returns the address of its module
 * @throws ShelfError for a missing file, or one that is no TypeScript
 */
export async function bundledExercise(shelf: Shelf, lesson: Lesson, rooms: string): Promise<string> {
  const folder = folderFor(shelf, rooms);
  await bundle(shelf, [lesson], rooms, folder);
  return pathToFileURL(bundled(folder, lesson.name)).href;
}

function folderFor(shelf: Shelf, rooms: string): string {
  return join(rooms, 'shelves', shelf);
}

function lessonOf(exercise: string): Lesson {
  const lesson = lessonWith(exercise);
  if (lesson === undefined) throw new ShelfError(`No lesson has a function named ${exercise} yet.`);
  return lesson;
}

/** @throws ShelfError when the file, or one that it imports, lacks an export; else what the file throws. */
async function load(shelf: Shelf, folder: string, lesson: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(bundled(folder, lesson)).href)) as Record<string, unknown>;
  } catch (error) {
    throw shelfError(shelf, error) ?? error;
  }
}

/** What it means, in words, that a bundled exercise could not be loaded; undefined where the exercise threw. */
export function shelfError(shelf: Shelf, error: unknown): ShelfError | undefined {
  const missing = missingImport(error);
  if (missing === undefined) return undefined;
  const file = `${shelf}/${missing.lesson}/exercise.ts`;
  return new ShelfError(notExported(file, missing.exercise), { cause: error });
}

function bundled(folder: string, lesson: string): string {
  return join(folder, `${lesson}.js`);
}

/** Bundles the lessons, and those that they import, into files of their own. */
async function bundle(shelf: Shelf, wanted: Iterable<Lesson>, rooms: string, folder: string): Promise<void> {
  const { build } = await import('esbuild');
  const waiting = [...wanted].map(({ name }) => name);
  const seen = new Set(waiting);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = `${shelf}/${name}/exercise.ts`;
    if (!existsSync(join(root, file))) throw new ShelfError(missingFile(shelf, name));
    const earlier = (lesson: string) => {
      if (!seen.has(lesson)) waiting.push(lesson);
      seen.add(lesson);
    };
    const built = await build({
      absWorkingDir: root,
      entryPoints: [file],
      outfile: bundled(folder, name),
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'silent',
      plugins: [outside(rooms, folder, earlier)],
    }).catch((error: unknown) => {
      throw new ShelfError(unreadable(file, error), { cause: error });
    });
    for (const { path, text } of built.outputFiles) writeWhole(path, text);
  }
}

/** Rooms and earlier lessons are not bundled: each has one instance. */
function outside(rooms: string, folder: string, earlier: (lesson: string) => void): Plugin {
  return {
    name: 'rooms and earlier lessons',
    setup(build) {
      build.onResolve({ filter: /^#kit\/(gpu|data|todo)$/ }, ({ path }) => ({
        path: pathToFileURL(join(rooms, `${path.slice('#kit/'.length)}.js`)).href,
        external: true,
      }));
      build.onResolve({ filter: /^\.\.\/\d\d-[a-z0-9-]+\/exercise(\.[jt]s)?$/ }, ({ path }) => {
        const lesson = path.split('/')[1] ?? '';
        earlier(lesson);
        return { path: pathToFileURL(bundled(folder, lesson)).href, external: true };
      });
    },
  };
}

/** What esbuild says of a file that is no TypeScript, in a sentence. */
export function unreadable(file: string, error: unknown): string {
  const [first] = (error as { errors?: readonly Message[] }).errors ?? [];
  if (first === undefined) return `${file} cannot be read: ${String(error)}`;
  const place = first.location === null ? file : `${first.location.file}:${first.location.line}`;
  return `${place} cannot be read as TypeScript: ${first.text}`;
}
