import type { BinaryExpression, CallExpression, Expression } from 'acorn';
import type { Binding } from './bindings';
import { code, type Look } from './look';
import * as rounding from './rounding';
import { calledHelper, calledMath, forEachChild, placeOf, type Node } from './syntax';
import { CannotFollow, type Machine, type ReadPlace } from './thread-machine';

/** Evaluates an expression; the bound of its value is left in the machine. */
export type Evaluate = (machine: Machine) => number;
/** Evaluates a condition; whether it is sure is left in the machine. */
export type Decide = (machine: Machine) => boolean;

/** Where a function's variables, and everything it can read, live while it is compiled. */
export interface Frame {
  readonly look: Look;
  /** The slot of a variable; a local array takes one for each of its numbers. */
  slotOf(binding: Binding): number;
  /** The place of a constant in the machine's list. */
  constantIndex(name: string): number;
  /** A compiled helper: the slots of its parameters, and its body. */
  helper(name: string): { readonly slots: readonly number[]; readonly run: Evaluate } | undefined;
}

/** Compiles an expression into closures. */
export function compileExpression(frame: Frame, node: Node): Evaluate {
  switch (node.type) {
    case 'Literal':
      return compileLiteral(node.value);
    case 'Identifier':
      return compileVariable(frame, node);
    case 'MemberExpression':
      return compileRead(frame, node);
    case 'BinaryExpression':
      return compileBinary(frame, node);
    case 'UnaryExpression':
      return compileUnary(frame, node.operator, node.argument);
    case 'LogicalExpression':
      return compileLogicalValue(frame, node.operator, node.left, node.right);
    case 'ConditionalExpression':
      return compileTernary(frame, node.test, node.consequent, node.alternate);
    case 'UpdateExpression':
      return compileUpdate(frame, node.argument, node.operator === '++' ? 1 : -1, node.prefix);
    case 'AssignmentExpression':
      return compileAssignment(frame, node);
    case 'CallExpression':
      return compileCall(frame, node);
    case 'SequenceExpression': {
      const parts = node.expressions.map((each) => compileExpression(frame, each));
      return (machine) => {
        let value = NaN;
        for (const part of parts) value = part(machine);
        return value;
      };
    }
    default:
      throw new CannotFollow(`cannot follow \`${code(frame.look, node)}\``);
  }
}

/** Compiles a condition. A number counts as true unless it is 0; NaN differs between backends. */
export function compileCondition(frame: Frame, node: Node): Decide {
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const left = compileCondition(frame, node.left);
    const right = compileCondition(frame, node.right);
    const settles = node.operator === '||';
    return (machine) => {
      const first = left(machine);
      if (first === settles) return first;
      const wasSure = machine.sure;
      const second = right(machine);
      // A sure right side settles the matter whatever the left side is.
      machine.sure = machine.sure && (wasSure || second === settles);
      return second;
    };
  }
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = compileCondition(frame, node.argument);
    return (machine) => !inner(machine);
  }
  const value = compileExpression(frame, node);
  return (machine) => {
    const number = value(machine);
    const { bound } = machine;
    machine.sure = number === number && (bound === 0 || Math.abs(number) > bound);
    return number !== 0 && number === number;
  };
}

function compileLiteral(value: unknown): Evaluate {
  if (typeof value === 'boolean') {
    const number = value ? 1 : 0;
    return (machine) => {
      machine.bound = 0;
      return number;
    };
  }
  if (typeof value !== 'number') throw new CannotFollow('cannot follow a value that is no number');
  return constant(value);
}

function constant(value: number): Evaluate {
  const bound = rounding.ofInput(value);
  return (machine) => {
    machine.bound = bound;
    return value;
  };
}

function compileVariable(frame: Frame, node: Node & { type: 'Identifier' }): Evaluate {
  const binding = frame.look.bindings.of.get(node);
  if (!binding) {
    if (node.name === 'Infinity') return constant(Infinity);
    throw new CannotFollow(`cannot follow \`${node.name}\``);
  }
  const slot = frame.slotOf(binding);
  return (machine) => {
    machine.bound = machine.bounds[slot] as number;
    return machine.values[slot] as number;
  };
}

function compileRead(frame: Frame, node: Node & { type: 'MemberExpression' }): Evaluate {
  const place = placeOf(node);
  switch (place?.kind) {
    case 'thread':
      return compileThread(place.axis);
    case 'output':
      return compileOutput(place.axis);
    case 'math': {
      const value: unknown = Reflect.get(Math, place.name);
      if (typeof value === 'number') return constant(value);
      break;
    }
    case 'constant': {
      const index = frame.constantIndex(place.name);
      if (place.subscripts.length > 0) {
        return compileElement(frame, node, place.subscripts, (machine) => machine.constants[index]);
      }
      return (machine) => {
        const value = machine.constants[index]?.value ?? NaN;
        machine.bound = rounding.ofInput(value);
        return value;
      };
    }
    case 'entry': {
      const binding = frame.look.bindings.of.get(place.of);
      if (binding?.arrayLength !== undefined) {
        return compileLocalElement(
          frame,
          node,
          binding,
          binding.arrayLength,
          place.subscripts[0] as Expression,
        );
      }
      const index = frame.look.function.params.findIndex((each) => each === binding?.id);
      if (binding?.kind === 'parameter' && frame.look.helper === undefined) {
        return compileElement(frame, node, place.subscripts, (machine) => machine.arguments[index]);
      }
    }
  }
  throw new CannotFollow(`cannot follow \`${code(frame.look, node)}\``);
}

/** `this.thread.x` and its like. */
export function compileThread(axis: string): Evaluate {
  if (axis !== 'x' && axis !== 'y' && axis !== 'z') throw new CannotFollow(`there is no thread.${axis}`);
  return (machine) => {
    machine.bound = 0;
    return machine.thread[axis];
  };
}

/** `this.output.x` and its like. */
export function compileOutput(axis: string): Evaluate {
  const index = 'xyz'.indexOf(axis);
  return (machine) => {
    machine.bound = 0;
    return machine.output[index] ?? 1;
  };
}

type ViewOf = (machine: Machine) => Machine['arguments'][number] | undefined;

function compileElement(
  frame: Frame,
  node: Node,
  subscripts: readonly Expression[],
  viewOf: ViewOf,
): Evaluate {
  const place = readPlace(frame, node);
  const [first, second] = subscripts.map((each) => compileExpression(frame, each));
  if (!first || subscripts.length > 2) throw new CannotFollow(`cannot follow \`${place.code}\``);
  if (!second) {
    return (machine) => {
      const index = first(machine);
      const view = viewOf(machine);
      return view ? machine.readColumn(view, index, place) : NaN;
    };
  }
  return (machine) => {
    const row = first(machine);
    const rowBound = machine.bound;
    const column = second(machine);
    const view = viewOf(machine);
    return view ? machine.readTable(view, row, column, rowBound !== 0 || machine.bound !== 0, place) : NaN;
  };
}

function readPlace(frame: Frame, node: Node): ReadPlace {
  return { start: node.start, end: node.end, code: code(frame.look, node), helper: frame.look.helper };
}

function compileLocalElement(
  frame: Frame,
  node: Node,
  binding: Binding,
  length: number,
  subscript: Expression,
): Evaluate {
  const slot = frame.slotOf(binding);
  const index = compileExpression(frame, subscript);
  const place = readPlace(frame, node);
  const shape = { name: binding.name, dimensions: 1, rows: 1, columns: length } as const;
  return (machine) => {
    const at = index(machine);
    if (!(at >= 0 && at < length && Math.floor(at) === at)) return machine.noteOutside(shape, place, [at]);
    machine.bound = machine.bound === 0 ? (machine.bounds[slot + at] as number) : Infinity;
    return machine.values[slot + at] as number;
  };
}

// Whether compiled kernels may compute the expression with 32-bit whole numbers, which wrap around.
function mayBeWhole(look: Look, node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return Number.isInteger(node.value);
    case 'Identifier':
      return look.helper !== undefined && look.bindings.of.get(node)?.kind === 'parameter';
    case 'MemberExpression': {
      const kind = placeOf(node)?.kind;
      return kind === 'thread' || kind === 'output';
    }
    case 'BinaryExpression':
      if (/^(&|\||\^|<<|>>)$/.test(node.operator)) return true;
      return /^[+\-*]$/.test(node.operator) && mayBeWhole(look, node.left) && mayBeWhole(look, node.right);
    case 'UnaryExpression':
      return mayBeWhole(look, node.argument);
    case 'ConditionalExpression':
      return mayBeWhole(look, node.consequent) && mayBeWhole(look, node.alternate);
    case 'CallExpression':
      return calledMath(node) === undefined;
    default:
      return false;
  }
}

/** Whether compiled kernels compute with 32-bit whole numbers, which wrap around. */
enum Wraps {
  No,
  Perhaps,
  Yes,
}

/** Whether an expression is made of the thread's place and whole literals alone: then it is whole for sure. */
function isPlace(node: Node): boolean {
  const leaves = leavesOf(node);
  const isOfPlace = (leaf: Node) => /^(thread|output)$/.test(placeOf(leaf)?.kind ?? '');
  return leaves.some(isOfPlace) && leaves.every((leaf) => leaf.type === 'Literal' || isOfPlace(leaf));
}

function leavesOf(node: Node): Node[] {
  if (node.type === 'BinaryExpression') return [...leavesOf(node.left), ...leavesOf(node.right)];
  return node.type === 'UnaryExpression' ? leavesOf(node.argument) : [node];
}

function compileBinary(frame: Frame, node: BinaryExpression): Evaluate {
  const left = compileExpression(frame, node.left);
  const right = compileExpression(frame, node.right);
  const mayWrap = mayBeWhole(frame.look, node.left) && mayBeWhole(frame.look, node.right);
  const wraps = !mayWrap ? Wraps.No : isPlace(node) ? Wraps.Yes : Wraps.Perhaps;
  return binary(node.operator, left, right, wraps);
}

/** An operator with two operands. `wraps`: whether it is computed with 32-bit whole numbers. */
function binary(operator: string, left: Evaluate, right: Evaluate, wraps: Wraps): Evaluate {
  switch (operator) {
    case '+':
      return (machine) => {
        const a = left(machine);
        const ea = machine.bound;
        const b = right(machine);
        const r = a + b;
        const brought = ea + machine.bound;
        const bound = rounding.rounded(r, brought);
        machine.bound = wraps === Wraps.No ? bound : machine.wholeBound(r, bound, wraps === Wraps.Yes);
        return r;
      };
    case '-':
      return (machine) => {
        const a = left(machine);
        const ea = machine.bound;
        const b = right(machine);
        const r = a - b;
        const brought = ea + machine.bound;
        const bound = rounding.rounded(r, brought);
        machine.bound = wraps === Wraps.No ? bound : machine.wholeBound(r, bound, wraps === Wraps.Yes);
        return r;
      };
    case '*':
      return (machine) => {
        const a = left(machine);
        const ea = machine.bound;
        const b = right(machine);
        const r = a * b;
        const bound = rounding.ofProduct(a, ea, b, machine.bound, r);
        machine.bound = wraps === Wraps.No ? bound : machine.wholeBound(r, bound, wraps === Wraps.Yes);
        return r;
      };
    case '/':
      return withBounds(left, right, (a, b) => a / b, rounding.ofQuotient);
    case '%':
      return withBounds(left, right, (a, b) => a % b, rounding.ofRemainder);
    case '**':
      return withBounds(left, right, (a, b) => a ** b, rounding.ofPower);
    case '<':
      return comparison(left, right, (a, b) => a < b);
    case '<=':
      return comparison(left, right, (a, b) => a <= b);
    case '>':
      return comparison(left, right, (a, b) => a > b);
    case '>=':
      return comparison(left, right, (a, b) => a >= b);
    case '==':
    case '===':
      return comparison(left, right, (a, b) => a === b);
    case '!=':
    case '!==':
      return comparison(left, right, (a, b) => a !== b);
    case '&':
      return withBounds(left, right, (a, b) => a & b, ofBits);
    case '|':
      return withBounds(left, right, (a, b) => a | b, ofBits);
    case '^':
      return withBounds(left, right, (a, b) => a ^ b, ofBits);
    case '<<':
      return withBounds(left, right, (a, b) => a << b, ofBits);
    case '>>':
      return withBounds(left, right, (a, b) => a >> b, ofBits);
    case '>>>':
      return withBounds(
        left,
        right,
        (a, b) => a >>> b,
        (a, ea, b, eb, r) => (a < 0 ? Infinity : ofBits(a, ea, b, eb, r)),
      );
    default:
      throw new CannotFollow(`cannot follow the operator \`${operator}\``);
  }
}

function ofBits(a: number, ea: number, b: number, eb: number, r: number): number {
  return rounding.rounded(r, rounding.ofBits(a, ea, b, eb));
}

function withBounds(
  left: Evaluate,
  right: Evaluate,
  compute: (a: number, b: number) => number,
  boundOf: (a: number, ea: number, b: number, eb: number, r: number) => number,
): Evaluate {
  return (machine) => {
    const a = left(machine);
    const ea = machine.bound;
    const b = right(machine);
    const r = compute(a, b);
    machine.bound = boundOf(a, ea, b, machine.bound, r);
    return r;
  };
}

function comparison(left: Evaluate, right: Evaluate, compare: (a: number, b: number) => boolean): Evaluate {
  return (machine) => {
    const a = left(machine);
    const ea = machine.bound;
    const b = right(machine);
    machine.bound = rounding.isSure(a, ea, b, machine.bound) ? 0 : Infinity;
    return compare(a, b) ? 1 : 0;
  };
}

function compileUnary(frame: Frame, operator: string, argument: Expression): Evaluate {
  if (operator === '!') {
    const inner = compileCondition(frame, argument);
    return (machine) => {
      const outcome = inner(machine);
      machine.bound = machine.sure ? 0 : Infinity;
      return outcome ? 0 : 1;
    };
  }
  const inner = compileExpression(frame, argument);
  switch (operator) {
    case '-':
      return (machine) => -inner(machine);
    case '+':
      return inner;
    case '~':
      return (machine) => {
        const a = inner(machine);
        machine.bound = ofBits(a, machine.bound, 0, 0, ~a);
        return ~a;
      };
    default:
      throw new CannotFollow(`cannot follow the operator \`${operator}\``);
  }
}

function compileLogicalValue(frame: Frame, operator: string, left: Expression, right: Expression): Evaluate {
  const first = compileExpression(frame, left);
  const second = compileExpression(frame, right);
  const goesOn = (value: number): boolean =>
    operator === '&&' ? !(value === 0 || value !== value) : value === 0 || value !== value;
  if (operator === '??') return first;
  return (machine) => {
    const value = first(machine);
    const { bound } = machine;
    const isSure = value === value && (bound === 0 || Math.abs(value) > bound);
    if (!goesOn(value)) {
      if (!isSure) machine.bound = Infinity;
      return value;
    }
    const other = second(machine);
    if (!isSure) machine.bound = Infinity;
    return other;
  };
}

function compileTernary(frame: Frame, test: Expression, yes: Expression, no: Expression): Evaluate {
  const condition = compileCondition(frame, test);
  const consequent = compileExpression(frame, yes);
  const alternate = compileExpression(frame, no);
  const isPure = changesNothing(yes) && changesNothing(no);
  return (machine) => {
    const outcome = condition(machine);
    if (machine.sure) return outcome ? consequent(machine) : alternate(machine);
    if (!isPure) machine.lost = true;
    const value = outcome ? consequent(machine) : alternate(machine);
    if (!isPure) return value;
    // A float32 backend may have taken the other branch: see how far that would lead.
    const { bound, reads, outside, rounds, lost } = machine;
    const other = outcome ? alternate(machine) : consequent(machine);
    const apart = machine.lost === lost ? Math.abs(other - value) + machine.bound : Infinity;
    machine.reads = reads;
    machine.outside = outside;
    machine.rounds = rounds;
    machine.lost = lost;
    machine.bound = apart === apart ? Math.max(bound, apart) : Infinity;
    return value;
  };
}

function changesNothing(node: Node): boolean {
  if (node.type === 'UpdateExpression' || node.type === 'AssignmentExpression') return false;
  let pure = true;
  forEachChild(node, (child) => (pure = pure && changesNothing(child)));
  return pure;
}

function variableSlot(frame: Frame, target: Node): number {
  const binding = target.type === 'Identifier' ? frame.look.bindings.of.get(target) : undefined;
  if (!binding || binding.arrayLength !== undefined) {
    throw new CannotFollow(`cannot follow a write to \`${code(frame.look, target)}\``);
  }
  return frame.slotOf(binding);
}

function compileUpdate(frame: Frame, target: Node, step: number, isPrefix: boolean): Evaluate {
  const slot = variableSlot(frame, target);
  return (machine) => {
    const before = machine.values[slot] as number;
    const boundBefore = machine.bounds[slot] as number;
    const after = before + step;
    const bound = rounding.rounded(after, boundBefore);
    machine.values[slot] = after;
    machine.bounds[slot] = bound;
    machine.bound = isPrefix ? bound : boundBefore;
    return isPrefix ? after : before;
  };
}

function compileAssignment(frame: Frame, node: Node & { type: 'AssignmentExpression' }): Evaluate {
  const slot = variableSlot(frame, node.left);
  const right = compileExpression(frame, node.right);
  const current: Evaluate = (machine) => {
    machine.bound = machine.bounds[slot] as number;
    return machine.values[slot] as number;
  };
  const value = node.operator === '=' ? right : binary(node.operator.slice(0, -1), current, right, Wraps.No);
  return (machine) => {
    const result = value(machine);
    machine.values[slot] = result;
    machine.bounds[slot] = machine.bound;
    return result;
  };
}

function compileCall(frame: Frame, node: CallExpression): Evaluate {
  const given = node.arguments.map((each) => compileExpression(frame, each));
  const math = calledMath(node);
  if (math !== undefined) return compileMath(math, given);
  const name = calledHelper(node);
  const helper = name === undefined ? undefined : frame.helper(name);
  if (!helper) throw new CannotFollow(`cannot follow the call \`${code(frame.look, node)}\``);
  const { slots, run } = helper;
  const values = new Float64Array(given.length);
  const bounds = new Float64Array(given.length);
  return (machine) => {
    machine.step();
    given.forEach((argument, index) => {
      values[index] = argument(machine);
      bounds[index] = machine.bound;
    });
    slots.forEach((slot, index) => {
      machine.values[slot] = values[index] ?? NaN;
      machine.bounds[slot] = bounds[index] ?? Infinity;
    });
    return run(machine);
  };
}

function compileMath(name: string, given: readonly Evaluate[]): Evaluate {
  const [first, second] = given;
  if (!first) throw new CannotFollow(`cannot follow Math.${name} without a number`);
  if (name === 'max' || name === 'min') {
    const isMax = name === 'max';
    const pick = isMax ? Math.max : Math.min;
    return given
      .slice(1)
      .reduce<Evaluate>(
        (left, right) =>
          withBounds(left, right, pick, (a, ea, b, eb) => rounding.ofExtreme(a, ea, b, eb, isMax)),
        first,
      );
  }
  if (second) {
    if (name === 'pow') return withBounds(first, second, Math.pow, rounding.ofPower);
    if (name === 'atan2') return withBounds(first, second, Math.atan2, rounding.ofAngle);
    if (name === 'imul') return withBounds(first, second, Math.imul, ofBits);
  }
  const f: unknown = Reflect.get(Math, name);
  const boundOf = typeof f === 'function' ? rounding.ofFunction(name, f as (x: number) => number) : undefined;
  if (!boundOf) throw new CannotFollow(`cannot follow Math.${name}`);
  const compute = f as (x: number) => number;
  return (machine) => {
    const a = first(machine);
    const r = compute(a);
    machine.bound = boundOf(a, machine.bound, r);
    return r;
  };
}
