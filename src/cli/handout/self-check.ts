import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { builtAnswerKey, hasSolution, listLessons, root, type Lesson } from '#kit/course';
import type { Contents } from '../course-copy/contents';
import { lostImports } from '../course-copy/lost-imports';
import { solutionTraces, squeezed } from './solution-traces';

const NOT_FOR_STUDENTS =
  /^(?:solutions|test|docs|templates|node_modules|\.git|\.ci|\.common-scale)\/|^src\/(?:grading\/|cli\/(?:handout|course-copy|grade|autograde|roster))/;

/** What is wrong with a copy for students, in a sentence each; nothing where all is well. */
export function complaints(contents: Contents, lessons: readonly Lesson[]): string[] {
  return [
    ...[...contents.keys()]
      .filter((file) => NOT_FOR_STUDENTS.test(file))
      .map((file) => `${file} is not for students.`),
    ...lessons
      .filter(({ exercise, blank }) => contents.get(exercise) !== contents.get(blank))
      .map(({ exercise }) => `${exercise} is not blank.`),
    ...leaks(contents),
    ...lostImports(contents),
  ];
}

/** Lines of solutions; in answer keys, which cannot be without their code, comments. */
function leaks(contents: Contents): string[] {
  const every = listLessons();
  const keys = new Set(every.map(({ name }) => builtAnswerKey(name)));
  const texts = [...contents].filter(([file]) => !keys.has(file));
  const given = squeezed(
    every
      .flatMap(({ blank, readme, hints }) => [blank, readme, hints])
      .map(textOf)
      .join('\n'),
  );
  const shipped = texts.map(([file, text]) => ({ file, text: squeezed(text) }));
  const lines = every
    .filter(hasSolution)
    .flatMap(({ solution }) =>
      solutionTraces(textOf(solution), given).flatMap((trace) =>
        shipped
          .filter(({ text }) => text.includes(trace))
          .map(({ file }) => `${file} has a line of ${solution}: ${trace}`),
      ),
    );
  const comments = [...contents]
    .filter(([file, text]) => keys.has(file) && hasComment(text))
    .map(([file]) => `${file} has a comment.`);
  return [...lines, ...comments];
}

function hasComment(code: string): boolean {
  let has = false;
  parse(code, { ecmaVersion: 'latest', sourceType: 'module', onComment: () => (has = true) });
  return has;
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
