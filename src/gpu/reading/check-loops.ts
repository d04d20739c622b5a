import type { ForStatement } from 'acorn';
import type { Binding } from './bindings';
import { code, report, subject, type Look } from './look';
import { literalNumber, placeOf, walk, type Node } from './syntax';

const rounds = '1,000 rounds';

/** Names loops that gpu.js would stop after 1,000 rounds without a word, and loops without an end. */
export function checkLoops(look: Look): void {
  walk(look.function.body, (node) => {
    if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') {
      const isWhile = node.type === 'WhileStatement';
      const shown = isWhile ? `while (${code(look, node.test)})` : 'do … while';
      report(
        look,
        'open-loop',
        isWhile ? { start: node.start, end: node.test.end + 1 } : node,
        `gpu.js cannot see how often \`${shown}\` runs. By itself it stops such a loop after ${rounds}, without a word.`,
        'Write for (let i = 0; i < this.constants.n; i++) with a bound that is always enough, and break inside.',
      );
    }
    if (node.type === 'ForStatement') checkFor(look, node);
    if (node.type === 'SwitchStatement') checkSwitch(look, node);
  });
}

function checkFor(look: Look, loop: ForStatement): void {
  const { init, test, update } = loop;
  const header = { start: loop.start, end: headerEnd(look, loop) };
  if (!test) {
    const words = hasExit(loop.body)
      ? `This loop has no condition in its head: by itself, gpu.js stops it after ${rounds}, without a word.`
      : 'This loop never ends: it has no condition.';
    const rule = hasExit(loop.body) ? 'open-loop' : 'endless-loop';
    return report(look, rule, header, words, 'Write for (let i = 0; i < this.constants.n; i++).');
  }
  const counter = init?.type === 'VariableDeclaration' ? init.declarations[0]?.id : undefined;
  if (
    update &&
    counter?.type === 'Identifier' &&
    isEndless(test, update, counter.name, look.bindings.of.get(counter), loop.body)
  ) {
    const words = `This loop never ends: \`${code(look, update)}\` never makes \`${code(look, test)}\` false.`;
    return report(look, 'endless-loop', header, words, 'Step the counter towards its bound.');
  }
  const argument = openArgument(look, test);
  if (argument) reportBound(look, test, argument);
}

function headerEnd(look: Look, loop: ForStatement): number {
  const last = loop.update ?? loop.test ?? loop.init;
  const close = look.original.indexOf(')', last ? last.end : loop.start);
  return close < 0 || close > loop.body.start ? loop.body.start : close + 1;
}

function hasExit(body: Node): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.type === 'BreakStatement' || node.type === 'ReturnStatement') found = true;
    return !/Function/.test(node.type);
  });
  return found;
}

/**
 * The argument that decides how far a loop goes. What else a bound is made of is known when the kernel is
 * compiled, or comes from the thread's place. One condition that is known is enough: `i < 100 && …`.
 */
function openArgument(look: Look, test: Node): Binding | undefined {
  if (test.type !== 'LogicalExpression') return argumentIn(look, test);
  const left = openArgument(look, test.left);
  const right = openArgument(look, test.right);
  return test.operator === '&&' ? left && right : (left ?? right);
}

/** @param seen variables that have been looked at: two may each lead to the same third */
function argumentIn(look: Look, node: Node, seen?: Set<Binding>): Binding | undefined {
  const known = seen ?? new Set();
  let found: Binding | undefined;
  walk(node, (each) => {
    // Beyond the condition itself only plain numbers count; and `.length` has a mistake of its own.
    if (each.type === 'MemberExpression' && (seen !== undefined || !each.computed)) return false;
    const binding = each.type === 'Identifier' ? look.bindings.of.get(each) : undefined;
    if (binding === undefined || known.has(binding)) return found === undefined;
    known.add(binding);
    if (binding.kind === 'parameter') found ??= binding;
    // A variable is as open as the value that it starts with; what is assigned later does not count.
    else if (binding.init) found ??= argumentIn(look, binding.init, known);
    return found === undefined;
  });
  return found;
}

function reportBound(look: Look, test: Node, { name }: Binding): void {
  const words =
    `gpu.js cannot see how far \`${code(look, test)}\` goes, because \`${name}\` comes as an argument. ` +
    `By itself it stops such a loop after ${rounds}, without a word.`;
  const advice = `Hand the bound over as a constant: { constants: { ${name} } } and i < this.constants.${name}.`;
  report(look, 'open-loop', test, words, advice);
}

// Counts away from the bound, and nothing else ends the loop.
function isEndless(
  test: Node,
  update: Node,
  name: string,
  counter: Binding | undefined,
  body: Node,
): boolean {
  if (!counter || counter.assignments.some((each) => each !== update) || hasExit(body)) return false;
  const step = stepOf(update, name);
  if (step === 0) return true;
  if (step === undefined || test.type !== 'BinaryExpression') return false;
  const left = test.left.type === 'Identifier' && test.left.name === name;
  const right = test.right.type === 'Identifier' && test.right.name === name;
  if (left === right) return false;
  const below = test.operator.startsWith('<') === left && /^[<>]=?$/.test(test.operator);
  const above = test.operator.startsWith('>') === left && /^[<>]=?$/.test(test.operator);
  const start = counter.init && literalNumber(counter.init);
  const bound = literalNumber(left ? test.right : test.left);
  const enters = start !== undefined && bound !== undefined && (below ? start < bound : start > bound);
  if (bound !== undefined && !enters) return false;
  return (below && step < 0) || (above && step > 0);
}

function stepOf(update: Node, name: string): number | undefined {
  if (update.type === 'UpdateExpression') return update.operator === '++' ? 1 : -1;
  if (update.type !== 'AssignmentExpression' || update.left.type !== 'Identifier') return undefined;
  if (update.left.name !== name) return undefined;
  const by = literalNumber(update.right);
  if (by === undefined) return undefined;
  return update.operator === '+=' ? by : update.operator === '-=' ? -by : undefined;
}

// gpu.js ends every case by itself, and compiled kernels know no break inside one.
function checkSwitch(look: Look, node: Node & { type: 'SwitchStatement' }): void {
  const { cases } = node;
  cases.forEach((each, index) => {
    const isLast = index === cases.length - 1;
    if (!each.test && !isLast) {
      const words = 'The default of a switch stands before other cases here; gpu.js moves it to the end.';
      report(look, 'switch-default', each, words, 'Put default last.');
    }
    if (!isLast && each.consequent.length > 0 && !each.consequent.some(leaves)) {
      const shown = each.test ? `case ${code(look, each.test)}` : 'default';
      const words = `\`${shown}\` goes on into the next case, but gpu.js stops after each case.`;
      report(look, 'switch-fallthrough', each, words, 'End the case with break, and repeat what both need.');
    }
    for (const statement of each.consequent) {
      if (statement.type === 'BreakStatement') break;
      const inner = innerBreak(statement);
      if (!inner) continue;
      const words = `${subject(look)} can use break only at the end of a case, not inside a block of it.`;
      report(look, 'switch-break', inner, words, 'Put the break behind the block, or write if … else.');
    }
    if (each.test && isFraction(each.test)) {
      const words = `\`case ${code(look, each.test)}\` compares with a fraction; compiled kernels round it.`;
      report(look, 'switch-fraction', each.test, words, 'Write if instead.');
    }
  });
  if (literalNumber(node.discriminant) !== undefined || placeOf(node.discriminant)?.kind === 'output') {
    const words = `\`switch (${code(look, node.discriminant)})\` is always the same; gpu.js refuses it.`;
    report(look, 'switch-constant', node.discriminant, words, 'Write an if.');
  }
}

function isFraction(node: Node): boolean {
  const value = literalNumber(node);
  return value !== undefined && !Number.isInteger(value);
}

function leaves(node: Node): boolean {
  switch (node.type) {
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ReturnStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(leaves);
    case 'IfStatement':
      return !!node.alternate && leaves(node.consequent) && leaves(node.alternate);
    default:
      return false;
  }
}

function innerBreak(statement: Node): Node | undefined {
  let found: Node | undefined;
  walk(statement, (node) => {
    if (node.type === 'BreakStatement') found ??= node;
    return !/^(For|While|DoWhile|Switch)/.test(node.type) && !/Function/.test(node.type);
  });
  return found;
}
