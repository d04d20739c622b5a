import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listLessons, listMisconceptions, root } from '#kit/course';
import { withMistakes } from '../gates/judge';

// The blank stub is the contract: whatever stands on another shelf must be usable in its place.

const lessons = listLessons().map(withMistakes);

/** One line for each file that claims to be an implementation of a lesson. */
const claims = lessons.flatMap(({ name, solution, misconceptions, ...lesson }) => [
  { file: solution, blank: name },
  ...listMisconceptions({ name, solution, misconceptions, ...lesson }).map((mistake) => ({
    file: `${misconceptions}/${mistake}.ts`,
    blank: name,
  })),
]);

/** A program that hands each of them over where a stub's type is asked for. */
const program = claims
  .map(
    ({ file, blank }, index) =>
      `export const claim${index}: typeof import('#kit/course/blank/${blank}') = ` +
      `{} as typeof import('./${file.replace(/\.ts$/, '')}');`,
  )
  .join('\n');

function complaints(text: string): Map<number, string> {
  const config = ts.readConfigFile(join(root, 'lessons/tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'lessons'));
  const virtual = join(root, 'contract.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === virtual || fileExists(file);
  host.readFile = (file) => (file === virtual ? text : readFile(file));
  host.getSourceFile = (file, ...rest) =>
    file === virtual
      ? ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
      : getSourceFile.call(host, file, ...rest);
  const built = ts.createProgram([virtual], options, host);
  const source = built.getSourceFile(virtual)!;
  return new Map(
    built
      .getSemanticDiagnostics(source)
      .map((each) => [
        source.getLineAndCharacterOfPosition(each.start ?? 0).line,
        ts.flattenDiagnosticMessageText(each.messageText, '\n'),
      ]),
  );
}

describe('every implementation keeps to the signatures of the stub', () => {
  const found = complaints(program);

  it.each(claims.map(({ file }, line) => [file, line] as const))('%s', (_, line) => {
    expect(found.get(line)).toBeUndefined();
  });

  it('would notice another signature', () => {
    const other = `export const claim: typeof import('#kit/course/blank/02-mean-centering') = {} as { mean(values: Float32Array): string };`;
    expect(complaints(other).size).toBe(1);
  });
});
