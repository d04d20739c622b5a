import { join } from 'node:path';
import type { Identifier, Symbol as Meaning } from 'typescript';
import { root } from '../root';
import { nodesIn, ownMeaning, parsed, type Parsed, ts } from './parse';

/** One line of code, laid out as the course's own. */
export interface Line {
  readonly text: string;
  /** The line without indentation, with a mark in place of every name that the code gives itself. */
  readonly outline: string;
  /** What these names mean, in their order. */
  readonly names: readonly Meaning[];
}

/**
 * Code in the course's own layout.
 * @param width how long its lines may get, where it can be done, if not as in the course
 */
export async function laidOut(code: string, width: number | undefined): Promise<string> {
  const { format, resolveConfig } = await import('prettier');
  const own = await resolveConfig(join(root, 'src/course/any.ts'));
  const narrow = width === undefined ? {} : { printWidth: width };
  const text = await format(code, { ...own, ...narrow, parser: 'typescript', objectWrap: 'collapse' });
  // Empty lines are layout, too.
  return text.replaceAll(/\n(?:[ \t]*\n)+/g, '\n').trim();
}

/** @param fixed names that are no matter of taste: those of the exercises */
export function linesOf(text: string, fixed: readonly string[]): Line[] {
  const code = parsed(text);
  const names = ownNames(code, fixed);
  const starts = code.file.getLineStarts();
  return text.split('\n').map((line, index) => {
    const start = starts[index]!;
    const here = names.filter(({ name }) => name.getStart() >= start && name.end <= start + line.length);
    let outline = '';
    let from = start;
    for (const { name } of here) {
      outline += text.slice(from, name.getStart()) + outlineOf(name);
      from = name.end;
    }
    outline += text.slice(from, start + line.length);
    // A brace alone is nobody's: there its place has to tell it from others.
    const isAlone = !/\w/.test(outline);
    return {
      text: line,
      outline: isAlone ? outline : outline.trim(),
      names: here.map(({ meaning }) => meaning),
    };
  });
}

function ownNames(code: Parsed, fixed: readonly string[]): { name: Identifier; meaning: Meaning }[] {
  return [...nodesIn(code.file)].flatMap((name) => {
    const meaning = ts.isIdentifier(name) ? ownMeaning(name, code) : undefined;
    if (!ts.isIdentifier(name) || meaning === undefined) return [];
    return fixed.includes(meaning.name) && isOfFile(meaning) ? [] : [{ name, meaning }];
  });
}

/** Whether something is declared outside of every function. */
function isOfFile({ declarations }: Meaning): boolean {
  const [declaration] = declarations ?? [];
  const owner = declaration && ts.findAncestor(declaration.parent, (node) => ts.isFunctionLike(node));
  return owner === undefined;
}

const ANY = '□';

/** Where a name is that of a property as well, the property's stays: `{ mean }` is `{ mean: mean }`. */
function outlineOf(name: Identifier): string {
  const { parent } = name;
  const isBoth =
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isBindingElement(parent) &&
      ts.isObjectBindingPattern(parent.parent) &&
      parent.name === name &&
      parent.propertyName === undefined &&
      parent.dotDotDotToken === undefined);
  return isBoth ? `${name.text}: ${ANY}` : ANY;
}
