import type { Pattern, Statement, VariableDeclaration } from 'acorn';
import {
  compileCondition,
  compileExpression,
  compileOutput,
  compileThread,
  type Evaluate,
  type Frame,
} from './compile-expression';
import { code } from './look';
import { isSure, ofInput } from './rounding';
import { placeOf, type Node } from './syntax';
import { CannotFollow, type Machine } from './thread-machine';

/** How a statement ended. */
export const enum Ending {
  Normal,
  Break,
  Continue,
  Return,
}

type Run = (machine: Machine) => Ending;

const nothing: Run = () => Ending.Normal;

/** Compiles a list of statements. */
export function compileBlock(frame: Frame, statements: readonly Statement[]): Run {
  const runs = statements.map((each) => compileStatement(frame, each)).filter((each) => each !== nothing);
  const [first, second] = runs;
  if (!first) return nothing;
  if (!second) return first;
  return (machine) => {
    for (let i = 0; i < runs.length; i++) {
      const ending = (runs[i] as Run)(machine);
      if (ending !== Ending.Normal) return ending;
    }
    return Ending.Normal;
  };
}

function compileStatement(frame: Frame, node: Statement): Run {
  switch (node.type) {
    case 'EmptyStatement':
    case 'DebuggerStatement':
      return nothing;
    case 'BlockStatement':
      return compileBlock(frame, node.body);
    case 'ExpressionStatement':
      return discard(compileExpression(frame, node.expression));
    case 'VariableDeclaration':
      return compileDeclaration(frame, node);
    case 'IfStatement':
      return compileIf(frame, node);
    case 'ForStatement':
      return compileFor(frame, node);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return compileWhile(frame, node);
    case 'SwitchStatement':
      return compileSwitch(frame, node);
    case 'BreakStatement':
      if (!node.label) return () => Ending.Break;
      break;
    case 'ContinueStatement':
      if (!node.label) return () => Ending.Continue;
      break;
    case 'ReturnStatement': {
      const value = node.argument ? compileExpression(frame, node.argument) : undefined;
      return (machine) => {
        machine.result = value ? value(machine) : NaN;
        machine.resultBound = value ? machine.bound : Infinity;
        return Ending.Return;
      };
    }
  }
  throw new CannotFollow(`cannot follow \`${code(frame.look, node)}\``);
}

function discard(evaluate: Evaluate): Run {
  return (machine) => {
    evaluate(machine);
    return Ending.Normal;
  };
}

function compileDeclaration(frame: Frame, node: VariableDeclaration): Run {
  const steps: Run[] = [];
  for (const { id, init } of node.declarations) {
    if (init) declare(frame, id, init, steps);
    else declareEmpty(frame, id, steps);
  }
  const [first] = steps;
  if (first && steps.length === 1) return first;
  return (machine) => {
    for (const step of steps) step(machine);
    return Ending.Normal;
  };
}

function declareEmpty(frame: Frame, id: Pattern, steps: Run[]): void {
  steps.push(store(slotOf(frame, id), () => NaN));
}

function slotOf(frame: Frame, id: Node): number {
  const binding = frame.look.bindings.of.get(id);
  if (!binding) throw new CannotFollow(`cannot follow \`${code(frame.look, id)}\``);
  return frame.slotOf(binding);
}

function store(slot: number, value: Evaluate): Run {
  return (machine) => {
    machine.values[slot] = value(machine);
    machine.bounds[slot] = machine.bound;
    return Ending.Normal;
  };
}

// A local array holds float32, on cpu too.
function asElement(value: Evaluate): Evaluate {
  return (machine) => {
    const exact = value(machine);
    const element = Math.fround(exact);
    if (element !== exact && exact === exact) machine.bound += Math.abs(element - exact);
    return element;
  };
}

function declare(frame: Frame, id: Pattern, init: Node, steps: Run[]): void {
  if (id.type === 'ObjectPattern') return declareFromThis(frame, id, groupOf(init), steps);
  if (id.type === 'ArrayPattern') return declareFromArray(frame, id, init, steps);
  const slot = slotOf(frame, id);
  if (init.type === 'ArrayExpression') {
    const values = init.elements.map((each) => {
      if (!each) throw new CannotFollow('cannot follow an array with gaps');
      return compileExpression(frame, each);
    });
    steps.push(...values.map((value, index) => store(slot + index, asElement(value))));
    return;
  }
  const length = frame.look.bindings.of.get(id)?.arrayLength;
  if (length !== undefined) {
    const from = slotOf(frame, init);
    steps.push((machine) => {
      machine.values.copyWithin(slot, from, from + length);
      machine.bounds.copyWithin(slot, from, from + length);
      return Ending.Normal;
    });
    return;
  }
  steps.push(store(slot, compileExpression(frame, init)));
}

function groupOf(init: Node): string {
  if (init.type === 'ThisExpression') return 'this';
  const isGroup =
    init.type === 'MemberExpression' &&
    init.object.type === 'ThisExpression' &&
    init.property.type === 'Identifier';
  return isGroup && init.property.type === 'Identifier' ? init.property.name : '';
}

// const { x } = this.thread; const { n } = this.constants; const { thread: { x } } = this
function declareFromThis(
  frame: Frame,
  pattern: Node & { type: 'ObjectPattern' },
  group: string,
  steps: Run[],
): void {
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') {
      throw new CannotFollow(`cannot follow \`${code(frame.look, property)}\``);
    }
    const name = property.key.name;
    if (group === 'this' && property.value.type === 'ObjectPattern') {
      declareFromThis(frame, property.value, name, steps);
    } else if (group === 'thread') {
      steps.push(store(slotOf(frame, property.value), compileThread(name)));
    } else if (group === 'output') {
      steps.push(store(slotOf(frame, property.value), compileOutput(name)));
    } else if (group === 'constants') {
      const index = frame.constantIndex(name);
      const read: Evaluate = (machine) => {
        const value = machine.constants[index]?.value ?? NaN;
        machine.bound = ofInput(value);
        return value;
      };
      steps.push(store(slotOf(frame, property.value), read));
    } else {
      throw new CannotFollow(`cannot follow \`${code(frame.look, pattern)}\``);
    }
  }
}

function declareFromArray(
  frame: Frame,
  pattern: Node & { type: 'ArrayPattern' },
  init: Node,
  steps: Run[],
): void {
  pattern.elements.forEach((element, index) => {
    if (!element) return;
    const subscript = {
      type: 'Literal',
      value: index,
      raw: String(index),
      start: element.start,
      end: element.end,
    };
    const read = {
      type: 'MemberExpression',
      object: init,
      property: subscript,
      computed: true,
      start: init.start,
      end: init.end,
    };
    if (!placeOf(read as unknown as Node))
      throw new CannotFollow(`cannot follow \`${code(frame.look, pattern)}\``);
    steps.push(store(slotOf(frame, element), compileExpression(frame, read as unknown as Node)));
  });
}

function compileIf(frame: Frame, node: Statement & { type: 'IfStatement' }): Run {
  const test = compileCondition(frame, node.test);
  const consequent = compileStatement(frame, node.consequent);
  const alternate = node.alternate ? compileStatement(frame, node.alternate) : nothing;
  return (machine) => (machine.take(test(machine)) ? consequent(machine) : alternate(machine));
}

function compileFor(frame: Frame, node: Statement & { type: 'ForStatement' }): Run {
  const { init } = node;
  const start =
    init?.type === 'VariableDeclaration'
      ? compileDeclaration(frame, init)
      : init
        ? discard(compileExpression(frame, init))
        : nothing;
  const test = node.test ? compileCondition(frame, node.test) : undefined;
  const update = node.update ? compileExpression(frame, node.update) : undefined;
  const body = compileStatement(frame, node.body);
  return (machine) => {
    start(machine);
    for (;;) {
      if (test !== undefined && !machine.take(test(machine))) break;
      machine.round();
      const ending = body(machine);
      if (ending === Ending.Break) break;
      if (ending === Ending.Return) return ending;
      update?.(machine);
    }
    return Ending.Normal;
  };
}

function compileWhile(frame: Frame, node: Statement & { type: 'WhileStatement' | 'DoWhileStatement' }): Run {
  const test = compileCondition(frame, node.test);
  const body = compileStatement(frame, node.body);
  const isDo = node.type === 'DoWhileStatement';
  return (machine) => {
    let isFirst = isDo;
    while (isFirst || machine.take(test(machine))) {
      isFirst = false;
      machine.round();
      const ending = body(machine);
      if (ending === Ending.Break) break;
      if (ending === Ending.Return) return ending;
    }
    return Ending.Normal;
  };
}

function compileSwitch(frame: Frame, node: Statement & { type: 'SwitchStatement' }): Run {
  const discriminant = compileExpression(frame, node.discriminant);
  const tests = node.cases.map((each) => (each.test ? compileExpression(frame, each.test) : undefined));
  const bodies = node.cases.map((each) => compileBlock(frame, each.consequent));
  const otherwise = tests.indexOf(undefined);
  return (machine) => {
    const value = discriminant(machine);
    const { bound } = machine;
    let at = otherwise;
    for (let i = 0; i < tests.length; i++) {
      const test = tests[i]?.(machine);
      if (test === undefined) continue;
      if (!isSure(value, bound, test, machine.bound)) machine.lost = true;
      if (value === test) {
        at = i;
        break;
      }
    }
    for (let i = at; i >= 0 && i < bodies.length; i++) {
      const ending = (bodies[i] as Run)(machine);
      if (ending === Ending.Break) return Ending.Normal;
      if (ending !== Ending.Normal) return ending;
    }
    return Ending.Normal;
  };
}
