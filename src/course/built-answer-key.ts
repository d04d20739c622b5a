import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

/**
 * Where the answer key of a lesson lies that came built, in a course without solutions.
 * @param name the lesson's folder
 */
export function builtAnswerKey(name: string): string {
  return `src/course/answer-keys/${name}.js`;
}

export function hasBuiltAnswerKey(name: string): boolean {
  return existsSync(join(root, builtAnswerKey(name)));
}
