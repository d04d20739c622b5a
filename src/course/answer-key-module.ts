import type { Lesson } from './lessons';
import { listMisconceptions } from './shelves';

/** The text of a module, in the course's folder, that is a lesson's answer key: made of the shelves. */
export function answerKeyModule(lesson: Lesson): string {
  const names = listMisconceptions(lesson);
  return [
    `export * as solution from './${lesson.solution}';`,
    ...names.map((name, i) => `import * as wrong${i} from './${lesson.misconceptions}/${name}.ts';`),
    'export const misconceptions = [',
    ...names.map((name, i) => `{ name: '${name}', mistake: wrong${i}.mistake, module: wrong${i} },`),
    '];',
  ].join('\n');
}
