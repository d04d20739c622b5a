import { createRequire } from 'node:module';
import type { Identifier, Node, SourceFile, Symbol as Meaning, TypeChecker } from 'typescript';

/** TypeScript's own parser. Not imported: Node would first search nine megabytes for what they export. */
export const ts = createRequire(import.meta.url)('typescript') as typeof import('typescript');

/** A file's syntax tree, and what each of its names means. */
export interface Parsed {
  readonly file: SourceFile;
  readonly checker: TypeChecker;
  /** False where it is no TypeScript. */
  readonly isReadable: boolean;
}

const NAME = 'exercise.ts';

/** Parses a text as a file that stands alone: what it imports stays unknown. */
export function parsed(text: string): Parsed {
  const file = ts.createSourceFile(NAME, text, ts.ScriptTarget.Latest, true);
  const program = ts.createProgram(
    [NAME],
    { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.Latest },
    {
      getSourceFile: (name) => (name === NAME ? file : undefined),
      fileExists: (name) => name === NAME,
      readFile: () => undefined,
      writeFile: () => undefined,
      getDefaultLibFileName: () => 'lib.d.ts',
      useCaseSensitiveFileNames: () => true,
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => '/',
      getNewLine: () => '\n',
    },
  );
  const isReadable = program.getSyntacticDiagnostics(file).length === 0;
  return { file, checker: program.getTypeChecker(), isReadable };
}

/** Each node below this one, the outer before the inner, in the order of the text. */
export function* nodesIn(node: Node): Generator<Node> {
  const children: Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesIn(child);
  }
}

/**
 * What a name means, where the file itself declares it: a variable, a parameter or a function. Undefined for
 * properties, types and imports.
 */
export function ownMeaning(name: Identifier, { file, checker }: Parsed): Meaning | undefined {
  const { parent } = name;
  const meaning = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(name);
  const isValue = ((meaning?.flags ?? 0) & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function)) !== 0;
  const isOwn = meaning?.declarations?.every((declaration) => declaration.getSourceFile() === file) ?? false;
  return isValue && isOwn ? meaning : undefined;
}
