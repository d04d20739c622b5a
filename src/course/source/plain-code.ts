import type { Node, NodeArray, Statement } from 'typescript';
import { nodesIn, ts } from './parse';

/** The words of an error are everybody's own. */
const WORDS = "'…'";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Code without what is a matter of taste: braces around a single statement, types of local variables, the
 * words of errors. Comments stay.
 */
export function plainCode(text: string): string {
  const file = ts.createSourceFile('exercise.ts', text, ts.ScriptTarget.Latest, true);
  const edits = [...nodesIn(file)].flatMap(editsFor).toSorted((one, two) => two.start - one.start);
  let plain = text;
  let from = text.length;
  for (const { start, end, text: instead } of edits) {
    // An edit within what another one has replaced.
    if (end > from) continue;
    plain = plain.slice(0, start) + instead + plain.slice(end);
    from = start;
  }
  return plain;
}

function editsFor(node: Node): Edit[] {
  if (ts.isThrowStatement(node) && ts.isNewExpression(node.expression))
    return wordsOf(node.expression.arguments);
  if (ts.isVariableDeclaration(node) && node.type !== undefined) {
    return [{ start: node.name.end, end: node.type.end, text: '' }];
  }
  if (ts.isBlock(node) && isBody(node) && node.statements.length === 1 && standsAlone(node.statements[0]!)) {
    return [
      { start: node.getStart(), end: node.getStart() + 1, text: ' ' },
      { start: node.end - 1, end: node.end, text: ' ' },
    ];
  }
  return [];
}

function wordsOf(words: NodeArray<Node> | undefined): Edit[] {
  const [first, last] = [words?.[0], words?.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ start: first.getStart(), end: last.end, text: WORDS }];
}

/** Whether a block is what an `if`, an `else` or a loop does. */
function isBody({ parent }: Node): boolean {
  return ts.isIfStatement(parent) || ts.isIterationStatement(parent, false);
}

/** Whether it means the same without braces: an inner `if` would take the outer one's `else`. */
function standsAlone(statement: Statement): boolean {
  return (
    ts.isExpressionStatement(statement) ||
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isBreakStatement(statement) ||
    ts.isContinueStatement(statement)
  );
}
