import type { Contents } from './contents';
import { importsIn } from './imports';
import { parsed } from './manifest';

/** Imports that lead nowhere: a file is missing, or nobody has told git of it. */
export function lostImports(contents: Contents): string[] {
  const { imports } = parsed(contents.get('package.json') ?? '{}');
  return [...contents].flatMap(([file, text]) =>
    importsIn(file, text, imports)
      .filter(({ candidates }) => !candidates.some((candidate) => contents.has(candidate)))
      .map(({ from }) => `${file} imports ${from}, which does not come along. Does git know of it?`),
  );
}
