import type { Expression } from 'acorn';
import type { Binding } from './bindings';
import type { Look } from './look';
import { calledHelper, placeOf, walk, type Node } from './syntax';

/**
 * Whether a kernel computes nothing on the way to what it returns: no arithmetic but for the place of an entry,
 * no function of Math, and nothing that it was handed decides between two values.
 * @param looks the kernel and its helpers
 */
export function copies(looks: readonly Look[]): boolean {
  const kernel = looks.find((look) => look.helper === undefined);
  return kernel !== undefined && !new Search(looks).computesIn(kernel);
}

class Search {
  // A variable or a helper that has been looked at, or is being looked at, says nothing new.
  private readonly seen = new Set<Binding | Look>();

  constructor(private readonly looks: readonly Look[]) {}

  computesIn(look: Look): boolean {
    if (this.seen.has(look)) return false;
    this.seen.add(look);
    let computes = false;
    walk(look.function.body, (node) => {
      if (computes) return false;
      const condition = conditionOf(node);
      if (condition != null) computes = readsData(look, condition);
      if (node.type === 'ReturnStatement' && node.argument) computes = this.computes(look, node.argument);
      return !computes;
    });
    return computes;
  }

  /** Whether the value of an expression is computed rather than handed on. */
  private computes(look: Look, node: Node): boolean {
    switch (node.type) {
      case 'Literal':
        return false;
      case 'Identifier':
        return this.holdsComputed(look, node);
      case 'MemberExpression': {
        const place = placeOf(node);
        return place?.kind === 'entry' && this.holdsComputed(look, place.of);
      }
      case 'ArrayExpression':
        return node.elements.some((each) => each !== null && this.computes(look, each));
      case 'ConditionalExpression':
        return this.computes(look, node.consequent) || this.computes(look, node.alternate);
      case 'UnaryExpression':
        return node.operator !== '+' || this.computes(look, node.argument);
      case 'CallExpression': {
        const helper = this.looks.find(
          (each) => each.helper !== undefined && each.helper === calledHelper(node),
        );
        if (helper === undefined) return true;
        return this.computesIn(helper) || node.arguments.some((each) => this.computes(look, each));
      }
      default:
        return true;
    }
  }

  private holdsComputed(look: Look, name: Node): boolean {
    const binding = look.bindings.of.get(name);
    if (binding === undefined || this.seen.has(binding)) return false;
    this.seen.add(binding);
    if (binding.init !== undefined && !isOfThis(binding.init) && this.computes(look, binding.init))
      return true;
    return binding.assignments.some(
      (each) =>
        each.type !== 'AssignmentExpression' || each.operator !== '=' || this.computes(look, each.right),
    );
  }
}

/** `this`, `this.thread`, … as in `const { x } = this.thread`. */
function isOfThis(node: Node): boolean {
  return (
    node.type === 'ThisExpression' ||
    (node.type === 'MemberExpression' && node.object.type === 'ThisExpression')
  );
}

function conditionOf(node: Node): Expression | null | undefined {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return node.test;
    case 'SwitchStatement':
      return node.discriminant;
    case 'LogicalExpression':
      return node.left;
    default:
      return undefined;
  }
}

/** Whether an entry of a column or a table has a part in an expression. Plain numbers are sizes and places. */
function readsData(look: Look, node: Node, seen = new Set<Binding>()): boolean {
  let found = false;
  walk(node, (each) => {
    const place = placeOf(each);
    if (place?.kind === 'entry' || (place?.kind === 'constant' && place.subscripts.length > 0)) found = true;
    const binding = each.type === 'Identifier' ? look.bindings.of.get(each) : undefined;
    if (found || binding === undefined || seen.has(binding)) return !found;
    seen.add(binding);
    const values = [binding.init, ...binding.assignments].filter((value) => value !== undefined);
    found = values.some((value) => readsData(look, value, seen));
    return !found;
  });
  return found;
}
