import type { Node } from 'typescript';
import { ts } from './parse';

/** A comment, and how many words of code stand before it. Layout changes lines, but no words. */
export interface Comment {
  readonly text: string;
  readonly word: number;
}

/** Code without its comments, and the comments. Those that follow each other are one. */
export function withoutComments(text: string): { code: string; comments: Comment[] } {
  const file = ts.createSourceFile('exercise.ts', text, ts.ScriptTarget.Latest, true);
  const comments: { text: string; word: number }[] = [];
  let code = '';
  let from = 0;
  let words = 0;
  for (const token of [...tokensIn(file), file.endOfFileToken]) {
    for (const { pos, end } of commentsBefore(token, text)) {
      const said = wordsOf(text.slice(pos, end));
      const last = comments.at(-1);
      if (last?.word === words) last.text += ` ${said}`;
      else comments.push({ text: said, word: words });
      code += `${text.slice(from, pos)} `;
      from = end;
    }
    if (isWord(token)) words += 1;
  }
  return { code: code + text.slice(from), comments };
}

/** The words of code in a text, in their order: names, numbers, strings and keywords. */
export function wordsIn(file: Node): Node[] {
  return [...tokensIn(file)].filter(isWord);
}

/** Names and literals, as they are written, and punctuation. */
function* tokensIn(node: Node): Generator<Node> {
  for (const child of node.getChildren()) {
    if (child.kind >= ts.SyntaxKind.FirstJSDocNode && child.kind <= ts.SyntaxKind.LastJSDocNode) continue;
    if (child.kind === ts.SyntaxKind.EndOfFileToken) continue;
    if (child.getChildCount() > 0) yield* tokensIn(child);
    else if (child.end > child.getStart()) yield child;
  }
}

function isWord({ kind }: Node): boolean {
  return kind < ts.SyntaxKind.FirstPunctuation || kind > ts.SyntaxKind.LastPunctuation;
}

function commentsBefore(token: Node, text: string): { pos: number; end: number }[] {
  const start = token.getFullStart();
  return [
    ...(ts.getTrailingCommentRanges(text, start) ?? []),
    ...(ts.getLeadingCommentRanges(text, start) ?? []),
  ]
    .toSorted((one, two) => one.pos - two.pos)
    .filter(({ pos }, index, all) => all[index - 1]?.pos !== pos);
}

/** What a comment says, without its slashes and stars. */
function wordsOf(comment: string): string {
  return comment
    .replace(/^\/\*+|\*+\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\/|\*)?/, '').trim())
    .join(' ')
    .trim();
}
