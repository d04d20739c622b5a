import type { Declaration, Node, Statement } from 'typescript';
import { nodesIn, ownMeaning, type Parsed, ts } from './parse';

/**
 * The code of one exercise: its function, and before or behind it what the file keeps for it (helpers and
 * constants), in the order of the file. Other exercises of the file are not among it.
 *
 * @param exercises all exercises of the lesson
 * @returns undefined where the file has no such function of its own, or cannot be read
 */
export function exerciseCode(name: string, exercises: readonly string[], parsed: Parsed): string | undefined {
  const own = parsed.isReadable ? statementOf(exportedAs(name, parsed), parsed) : undefined;
  if (own === undefined) return undefined;
  const others = exercises
    .filter((exercise) => exercise !== name)
    .map((exercise) => statementOf(exportedAs(exercise, parsed), parsed));
  const wanted = new Set([own]);
  // What is added while it goes on is looked through, too.
  for (const statement of wanted) {
    for (const node of nodesIn(statement)) {
      const used = ts.isIdentifier(node)
        ? statementOf(ownMeaning(node, parsed)?.declarations?.[0], parsed)
        : undefined;
      if (used !== undefined && !others.includes(used)) wanted.add(used);
    }
  }
  return [...wanted]
    .toSorted((one, two) => one.pos - two.pos)
    .map((statement) => statement.getFullText().trim())
    .join('\n');
}

/** What a file exports under a name, if it is declared in the file itself. */
function exportedAs(name: string, { file, checker }: Parsed): Declaration | undefined {
  const module = checker.getSymbolAtLocation(file);
  const found = module && checker.getExportsOfModule(module).find((each) => each.name === name);
  if (found === undefined) return undefined;
  const isAlias = (found.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(found) : found).declarations?.[0];
}

/** The statement of the file in which something is declared. */
function statementOf(declaration: Node | undefined, { file }: Parsed): Statement | undefined {
  return (
    declaration && file.statements.find(({ pos, end }) => pos <= declaration.pos && declaration.end <= end)
  );
}
