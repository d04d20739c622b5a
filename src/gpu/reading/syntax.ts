import type {
  AnyNode,
  ArrowFunctionExpression,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
} from 'acorn';

/** Any node of a parsed kernel. */
export type Node = AnyNode;

/** The function that a kernel or a helper is. */
export type KernelFunction = FunctionExpression | FunctionDeclaration | ArrowFunctionExpression;

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** Calls `each` for the direct children of a node, in the order of the source. */
export function forEachChild(node: Node, each: (child: Node) => void): void {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    const value = fields[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) each(item);
    } else if (isNode(value)) {
      each(value);
    }
  }
}

/** Walks a tree, parents first. `enter` may answer false to leave the children out. */
export function walk(node: Node, enter: (node: Node, ancestors: readonly Node[]) => boolean | void): void {
  const ancestors: Node[] = [];
  const visit = (at: Node): void => {
    if (enter(at, ancestors) === false) return;
    ancestors.push(at);
    forEachChild(at, visit);
    ancestors.pop();
  };
  visit(node);
}

/** What a chain of subscripts and properties leads to. */
export type Place =
  | { readonly kind: 'thread' | 'output'; readonly axis: string }
  | { readonly kind: 'constant'; readonly name: string; readonly subscripts: readonly Expression[] }
  | { readonly kind: 'math'; readonly name: string }
  | {
      readonly kind: 'entry';
      readonly name: string;
      readonly of: Node;
      readonly subscripts: readonly Expression[];
    };

/** Reads `this.thread.x`, `this.constants.w[i]`, `Math.PI` and `values[i][j]`; undefined for anything else. */
export function placeOf(node: Node): Place | undefined {
  const subscripts: Expression[] = [];
  let at: Node = node;
  while (at.type === 'MemberExpression' && at.computed) {
    subscripts.unshift(at.property as Expression);
    at = at.object;
  }
  if (at.type === 'Identifier') {
    return subscripts.length > 0 ? { kind: 'entry', name: at.name, of: at, subscripts } : undefined;
  }
  if (at.type !== 'MemberExpression' || at.property.type !== 'Identifier') return undefined;
  const name = at.property.name;
  const owner = at.object;
  if (owner.type === 'Identifier') {
    return owner.name === 'Math' && subscripts.length === 0 ? { kind: 'math', name } : undefined;
  }
  if (owner.type !== 'MemberExpression' || owner.computed) return undefined;
  if (owner.object.type !== 'ThisExpression' || owner.property.type !== 'Identifier') return undefined;
  const group = owner.property.name;
  if (group === 'constants') return { kind: 'constant', name, subscripts };
  if ((group === 'thread' || group === 'output') && subscripts.length === 0)
    return { kind: group, axis: name };
  return undefined;
}

/** The name of the function that a call calls, or undefined where it is not called by a plain name. */
export function calledHelper(node: Node): string | undefined {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' ? node.callee.name : undefined;
}

/** The name in `Math.name(…)`. */
export function calledMath(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const place = placeOf(node.callee);
  return place?.kind === 'math' ? place.name : undefined;
}

/** The value of a number in the source, with or without a minus before it. */
export function literalNumber(node: Node): number | undefined {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const inner = literalNumber(node.argument);
    return inner === undefined ? undefined : -inner;
  }
  return undefined;
}
