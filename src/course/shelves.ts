import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Misconception, AnswerKey, Suite } from '#kit/testing';
import { builtAnswerKey, hasBuiltAnswerKey } from './built-answer-key';
import { findLesson, listLessons, type Lesson } from './lessons';
import { root } from './root';

/** Loads a file of the course as a module. @param file relative to the course's folder; perhaps with a `?query` */
export async function loadModule(file: string): Promise<object> {
  const [path = '', query] = file.split('?');
  const { href } = pathToFileURL(join(root, path));
  return (await import(/* @vite-ignore */ query === undefined ? href : `${href}?${query}`)) as object;
}

export async function loadSuite(lesson: Lesson): Promise<Suite<object>> {
  return ((await loadModule(lesson.test)) as { default: Suite<object> }).default;
}

/** Names of a lesson's misconceptions, sorted, without loading them. */
export function listMisconceptions(lesson: Lesson): string[] {
  const folder = join(root, lesson.misconceptions);
  // Lesson 05 has none: there the learner's properties judge those of lesson 03.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .toSorted();
}

/** @throws Error when the file does not name its mistake. */
export async function loadMisconception(lesson: Lesson, name: string, query = ''): Promise<Misconception> {
  const file = `${lesson.misconceptions}/${name}.ts`;
  const module = await loadModule(file + query);
  if (!('mistake' in module) || typeof module.mistake !== 'string') {
    throw new Error(`${file} does not export \`mistake\`, the sentence that names it.`);
  }
  return { name, mistake: module.mistake, module };
}

/** The solution and the misconceptions of a lesson, as they stand in their files. */
export async function loadAnswerKey(name: string): Promise<AnswerKey> {
  if (hasBuiltAnswerKey(name)) return loadBuilt(name, '');
  const lesson = findLesson(listLessons(), name);
  if (lesson === undefined) throw new RangeError(`There is no lesson ${name}.`);
  return answerKey(lesson, '');
}

let copies = 0;

async function loadBuilt(name: string, query: string): Promise<AnswerKey> {
  const key = (await loadModule(builtAnswerKey(name) + query)) as Omit<AnswerKey, 'again'>;
  return { ...key, again: () => loadBuilt(name, `?${++copies}`) };
}

/** @param query tells one instance of a module from another */
async function answerKey(lesson: Lesson, query: string): Promise<AnswerKey> {
  const names = listMisconceptions(lesson);
  return {
    solution: await loadModule(lesson.solution),
    misconceptions: await Promise.all(names.map((name) => loadMisconception(lesson, name, query))),
    again: () => answerKey(lesson, `?${++copies}`),
  };
}
