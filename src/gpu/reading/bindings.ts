import type { Expression, Identifier, Pattern } from 'acorn';
import { forEachChild, type KernelFunction, type Node } from './syntax';

/** A parameter or a local variable. */
export interface Binding {
  readonly name: string;
  readonly kind: 'parameter' | 'local';
  readonly id: Node;
  /** What it starts with; undefined for a parameter, and for parts taken out of `this`. */
  readonly init: Expression | undefined;
  /** Whether its `init` is the whole value, not something that a pattern takes apart. */
  readonly plain: boolean;
  readonly inLoopHeader: boolean;
  readonly isConst: boolean;
  /** Length of the local array that it holds, if it holds one. */
  readonly arrayLength: number | undefined;
  readonly assignments: Node[];
}

/** Who is meant by each name in a function. */
export interface Bindings {
  readonly all: readonly Binding[];
  readonly of: ReadonlyMap<Node, Binding>;
  /** Names that nothing in the function declares, in the order of the source, with their parents. */
  readonly outer: readonly { readonly id: Identifier; readonly ancestors: readonly Node[] }[];
  /** Declarations that hide another one. */
  readonly twice: readonly { readonly id: Node; readonly hidden: Binding }[];
}

type Scope = Map<string, Binding>;

/** Resolves the names of a function. Nested functions are left out: gpu.js takes none. */
export function bindNames(fn: KernelFunction): Bindings {
  const all: Binding[] = [];
  const of = new Map<Node, Binding>();
  const outer: { id: Identifier; ancestors: readonly Node[] }[] = [];
  const twice: { id: Node; hidden: Binding }[] = [];
  const scopes: Scope[] = [new Map()];
  const ancestors: Node[] = [];

  const find = (name: string): Binding | undefined => {
    for (let depth = scopes.length - 1; depth >= 0; depth--) {
      const found = scopes[depth]?.get(name);
      if (found) return found;
    }
    return undefined;
  };

  const declare = (
    id: Identifier,
    given: Pick<Binding, 'kind' | 'init' | 'plain' | 'inLoopHeader'>,
    kind: string,
  ) => {
    const hidden = find(id.name);
    if (hidden && !(kind === 'var' && hidden.id !== id && hidden.kind === 'local')) {
      twice.push({ id, hidden });
    }
    const arrayLength = given.plain ? arrayLengthOf(given.init, of) : undefined;
    const isConst = kind === 'const';
    const binding: Binding = { name: id.name, id, isConst, assignments: [], arrayLength, ...given };
    all.push(binding);
    of.set(id, binding);
    (kind === 'var' ? scopes[0] : scopes.at(-1))?.set(id.name, binding);
  };

  const declarePattern = (
    pattern: Pattern,
    given: Pick<Binding, 'kind' | 'init' | 'inLoopHeader'>,
    kind: string,
    plain: boolean,
  ): void => {
    if (pattern.type === 'Identifier') return declare(pattern, { ...given, plain }, kind);
    if (pattern.type === 'ObjectPattern') {
      for (const property of pattern.properties) {
        if (property.type === 'Property') declarePattern(property.value, given, kind, false);
      }
    } else if (pattern.type === 'ArrayPattern') {
      for (const element of pattern.elements) if (element) declarePattern(element, given, kind, false);
    }
  };

  const inScope = (run: () => void): void => {
    scopes.push(new Map());
    run();
    scopes.pop();
  };

  const assigned = (target: Node, by: Node): void => {
    if (target.type === 'Identifier') of.get(target)?.assignments.push(by);
  };

  const visitChildren = (node: Node): void => {
    ancestors.push(node);
    forEachChild(node, visit);
    ancestors.pop();
  };

  function visit(node: Node): void {
    switch (node.type) {
      case 'FunctionDeclaration':
        if (node.id) {
          declare(node.id, { kind: 'local', init: undefined, plain: false, inLoopHeader: false }, 'let');
        }
        return;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return;
      case 'BlockStatement':
      case 'SwitchStatement':
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
        return inScope(() => visitChildren(node));
      case 'VariableDeclaration': {
        const header = ancestors.at(-1);
        const inLoopHeader = header?.type === 'ForStatement' && header.init === node;
        for (const declaration of node.declarations) {
          const init = declaration.init ?? undefined;
          if (init) {
            ancestors.push(node, declaration);
            visit(init);
            ancestors.length -= 2;
          }
          declarePattern(declaration.id, { kind: 'local', init, inLoopHeader }, node.kind, true);
        }
        return;
      }
      case 'Identifier': {
        const found = find(node.name);
        if (found) of.set(node, found);
        else outer.push({ id: node, ancestors: [...ancestors] });
        return;
      }
      case 'MemberExpression':
        ancestors.push(node);
        visit(node.object);
        if (node.computed) visit(node.property);
        ancestors.pop();
        return;
      case 'Property':
        ancestors.push(node);
        if (node.computed) visit(node.key);
        visit(node.value);
        ancestors.pop();
        return;
      case 'LabeledStatement':
        return visit(node.body);
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
        return;
      case 'AssignmentExpression':
        visitChildren(node);
        return assigned(node.left, node);
      case 'UpdateExpression':
        visitChildren(node);
        return assigned(node.argument, node);
      default:
        visitChildren(node);
    }
  }

  for (const parameter of fn.params) {
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    declarePattern(target, { kind: 'parameter', init: undefined, inLoopHeader: false }, 'let', true);
  }
  ancestors.push(fn);
  inScope(() => (fn.body.type === 'BlockStatement' ? visitChildren(fn.body) : visit(fn.body)));
  return { all, of, outer, twice };
}

function arrayLengthOf(init: Expression | undefined, of: ReadonlyMap<Node, Binding>): number | undefined {
  if (init?.type === 'ArrayExpression') return init.elements.length;
  if (init?.type === 'Identifier') return of.get(init)?.arrayLength;
  return undefined;
}
