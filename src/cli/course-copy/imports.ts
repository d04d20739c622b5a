import { posix } from 'node:path';
import ts from 'typescript';

/** What package.json calls `imports`: `#kit/*` and where it leads. */
export type Aliases = Readonly<Record<string, string>>;

/** What a file imports from the course. */
export interface Import {
  /** As it is written. */
  readonly from: string;
  /** The files that it could mean, the likeliest first. */
  readonly candidates: readonly string[];
}

/** What a file imports from the course itself, its types too. Packages, and what Vite provides, are left out. */
export function importsIn(file: string, text: string, aliases: Aliases): Import[] {
  if (!/\.(?:ts|mjs)$/.test(file)) return [];
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName: from }) => {
    const path = pathOf(from, file, aliases);
    return path === undefined ? [] : [{ from, candidates: [path, `${path}.ts`, `${path}/index.ts`] }];
  });
}

function pathOf(from: string, file: string, aliases: Aliases): string | undefined {
  if (from.startsWith('.')) return posix.join(posix.dirname(file), from);
  const stems = Object.entries(aliases).map(([alias, to]) => [alias.replace('*', ''), to] as const);
  // The longest one that fits, as Node has it.
  const [found] = stems
    .filter(([stem]) => from.startsWith(stem))
    .toSorted(([one], [other]) => other.length - one.length);
  return found && posix.normalize(found[1].replace('*', from.slice(found[0].length)));
}
