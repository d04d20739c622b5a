import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Suite } from '#kit/testing';
import type { Lesson } from './lessons';
import { root } from './root';

/** A wrong implementation: the solution with one mistake, and the sentence that names it. */
export interface Misconception {
  /** 'sample-std' */
  readonly name: string;
  readonly mistake: string;
  readonly module: object;
}

/** Loads a file of the course as a module. @param file relative to the course's folder */
export async function loadModule(file: string): Promise<object> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(root, file)).href)) as object;
}

export async function loadSuite(lesson: Lesson): Promise<Suite<object>> {
  return ((await loadModule(lesson.test)) as { default: Suite<object> }).default;
}

/** Names of a lesson's misconceptions, sorted, without loading them. */
export function listMisconceptions(lesson: Lesson): string[] {
  return readdirSync(join(root, lesson.misconceptions))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .toSorted();
}

/** @throws Error when the file does not name its mistake. */
export async function loadMisconception(lesson: Lesson, name: string): Promise<Misconception> {
  const file = `${lesson.misconceptions}/${name}.ts`;
  const module = await loadModule(file);
  if (!('mistake' in module) || typeof module.mistake !== 'string') {
    throw new Error(`${file} does not export \`mistake\`, the sentence that names it.`);
  }
  return { name, mistake: module.mistake, module };
}
