import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listLessons, listMisconceptions, root } from '#kit/course';
import { withMistakes } from '../gates/judge';

// A misconception replaces one function of the solution, and repeats unchanged those that call it, so that
// the mistake travels. Nothing else may differ, or the sentence would name the wrong thing.

/** The functions that a file declares, by name, as text without comments. */
function functionsIn(file: string): Map<string, string> {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const printer = ts.createPrinter({ removeComments: true });
  const functions = source.statements.filter(ts.isFunctionDeclaration);
  return new Map(
    functions.map((each) => [
      each.name?.text ?? '',
      printer.printNode(ts.EmitHint.Unspecified, each, source).replaceAll(/\s+/g, ' '),
    ]),
  );
}

/** The exported functions that call one of these, straight or through others. */
function callersOf(changed: string, functions: ReadonlyMap<string, string>): string[] {
  const reached = new Set([changed]);
  for (let size = 0; size < reached.size;) {
    size = reached.size;
    for (const [name, text] of functions) {
      const body = text.slice(text.indexOf('{'));
      if ([...reached].some((other) => new RegExp(`(?<![\\w.])${other}\\(`).test(body))) reached.add(name);
    }
  }
  reached.delete(changed);
  return [...reached];
}

const lessons = listLessons().map(withMistakes);

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s', (_, lesson) => {
  const solution = functionsIn(lesson.solution);

  it.each(listMisconceptions(lesson))('%s changes one function, and repeats those that call it', (name) => {
    const functions = functionsIn(`${lesson.misconceptions}/${name}.ts`);
    const known = [...functions].filter(([each]) => solution.has(each));
    const changed = known.filter(([each, text]) => text !== solution.get(each)).map(([each]) => each);
    expect(changed.length).toBe(1);
    const repeated = known.map(([each]) => each).filter((each) => each !== changed[0]);
    expect(repeated.toSorted()).toEqual(callersOf(changed[0]!, solution).toSorted());
  });
});
