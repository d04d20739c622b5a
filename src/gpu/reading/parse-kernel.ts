import { parse, type Program } from 'acorn';
import { forEachChild, type KernelFunction, type Node } from './syntax';

/** A kernel's source, parsed, with what a transpiler has added taken out of the tree and the text. */
export interface ParsedKernel {
  readonly function: KernelFunction;
  /** The text without the transpiler's additions. */
  readonly source: string;
  /** Names that the transpiler's code shows to be imported. */
  readonly imported: ReadonlySet<string>;
}

/** Why a text is not the source of a function that gpu.js takes. */
export type NotAKernel = 'method' | 'class' | 'hidden';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// A parsed tree is kept as it was written; only these additions are replaced in it.
type Loose = Record<string, unknown>;

/** Parses `kernel.toString()`. Offsets in the tree count in `original`. */
export function parseKernel(original: string): ParsedKernel | NotAKernel {
  const program = tryParse(`(${original}\n)`);
  if (!program) return tryParse(`({${original}\n})`) ? 'method' : 'hidden';
  const statement = program.body[0];
  if (statement?.type !== 'ExpressionStatement') return 'hidden';
  const fn = statement.expression;
  if (fn.type === 'ClassExpression') return 'class';
  if (fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') return 'hidden';
  const edits: Edit[] = [];
  const imported = new Set<string>();
  clean(fn, edits, imported);
  return { function: fn, source: applyEdits(original, edits), imported };
}

function tryParse(text: string): Program | undefined {
  try {
    return parse(text, { ecmaVersion: 'latest' });
  } catch {
    return undefined;
  }
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function clean(node: Node, edits: Edit[], imported: Set<string>): void {
  // The wrapping parenthesis has moved everything by one.
  node.start -= 1;
  node.end -= 1;
  if (node.type === 'Literal' && typeof node.value === 'number' && node.raw?.includes('_')) {
    edits.push({ start: node.start, end: node.end, text: node.raw.replaceAll('_', '') });
  }
  if (node.type === 'BlockStatement') {
    const added = node.body.filter(
      (each) => each.type === 'ExpressionStatement' && isNameCall(each.expression),
    );
    for (const each of added) edits.push({ start: each.start - 1, end: each.end - 1, text: '' });
    node.body = node.body.filter((each) => !added.includes(each));
  }
  const fields = node as unknown as Loose;
  for (const key in fields) {
    const value = fields[key];
    if (Array.isArray(value)) {
      value.forEach((item, index) => (value[index] = unwrap(item as Node, edits, imported)));
    } else if (typeof value === 'object' && value !== null) {
      fields[key] = unwrap(value as Node, edits, imported);
    }
  }
  forEachChild(node, (child) => clean(child, edits, imported));
}

function isNameCall(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === '__name';
}

function unwrap(node: Node, edits: Edit[], imported: Set<string>): Node {
  if (node === null) return node;
  if (node.type === 'CallExpression' && isNameCall(node)) {
    const wrapped = node.arguments[0];
    if (wrapped) {
      edits.push({ start: node.start - 1, end: wrapped.start - 1, text: '' });
      edits.push({ start: wrapped.end - 1, end: node.end - 1, text: '' });
      return wrapped;
    }
  }
  const name = importedName(node);
  if (name === undefined) return node;
  imported.add(name);
  const paren = node.type === 'SequenceExpression' ? 1 : 0;
  edits.push({ start: node.start - 1 - paren, end: node.end - 1 + paren, text: name });
  const member = node.type === 'SequenceExpression' ? node.expressions[1] : node;
  const { start, end } = member ?? node;
  return { type: 'Identifier', name, start, end } as unknown as Node;
}

function importedName(node: Node): string | undefined {
  if (node.type === 'SequenceExpression' && node.expressions.length === 2) {
    const [zero, member] = node.expressions;
    if (zero?.type === 'Literal' && zero.value === 0 && member?.type === 'MemberExpression') {
      return !member.computed && member.object.type === 'Identifier' && member.property.type === 'Identifier'
        ? member.property.name
        : undefined;
    }
  }
  if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
    if (!/^(__vite_ssr_import_|__vi_import_|import_)/.test(node.object.name)) return undefined;
    return node.property.type === 'Identifier' ? node.property.name : undefined;
  }
  return undefined;
}
