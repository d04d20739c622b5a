import type { Node, SourceFile } from 'typescript';
import { wordsIn, type Comment } from './comments';
import { ts } from './parse';

/** A comment of the solution, and the lines of code that it speaks about. */
export interface Reason {
  readonly text: string;
  /** The first of them, as far as it says something. */
  readonly code: string;
  /** Their numbers, from 0; the last one is among them. */
  readonly first: number;
  readonly last: number;
}

/** @param text the code that the comments were taken from, laid out anew */
export function reasonsIn(text: string, comments: readonly Comment[]): Reason[] {
  const file = ts.createSourceFile('exercise.ts', text, ts.ScriptTarget.Latest, true);
  const words = wordsIn(file);
  const lines = text.split('\n');
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const about = comments.flatMap(({ text: said, word }) => {
    const begun = words[word];
    return begun === undefined ? [] : [{ text: said, node: outermost(begun, file) }];
  });
  return about.map(({ text: said, node }, index) => {
    const next = about.slice(index + 1).find((other) => other.node.parent === node.parent);
    // A comment within a block speaks of what follows, up to the next one.
    const end = ts.isBlock(node.parent)
      ? (next?.node.getFullStart() ?? node.parent.statements.end)
      : node.end;
    const first = lineAt(node.getStart());
    const last = Math.max(first, lineAt(end));
    return { text: said, code: beginning(lines.slice(first, last + 1)), first, last };
  });
}

/** The first line; with those that follow, where it only ends because it would be too long. */
function beginning(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /[;,{([]$/.test(line));
  return lines
    .slice(0, end === -1 ? 1 : end + 1)
    .map((line) => line.trim())
    .join(' ');
}

/** The largest part of the code that begins with this word, below a block. */
function outermost(word: Node, file: SourceFile): Node {
  let node = word;
  while (node.parent !== file && !ts.isBlock(node.parent) && node.parent.getStart() === word.getStart()) {
    node = node.parent;
  }
  return node;
}
