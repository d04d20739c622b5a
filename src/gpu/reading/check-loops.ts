import type { ForStatement } from 'acorn';
import type { Binding } from './bindings';
import { code, report, subject, type Look } from './look';
import { literalNumber, placeOf, walk, type Node } from './syntax';

const rounds = '1,000 rounds';

/**
 * Names loops that gpu.js would stop after 1,000 rounds without a word, and loops without an end.
 * Answers whether a loop runs to `this.output`.
 */
export function checkLoops(look: Look): boolean {
  let overOutput = false;
  walk(look.function.body, (node) => {
    if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') {
      const isWhile = node.type === 'WhileStatement';
      const shown = isWhile ? `while (${code(look, node.test)})` : 'do … while';
      report(
        look,
        'open-loop',
        isWhile ? { start: node.start, end: node.test.end + 1 } : node,
        `gpu.js stops \`${shown}\` after ${rounds}, without a word.`,
        'Write for (let i = 0; i < this.constants.n; i++) with a bound that is always enough, and break inside.',
      );
    }
    if (node.type === 'ForStatement') {
      checkFor(look, node);
      if (node.test && mentionsOutput(look, node.test)) overOutput = true;
    }
    if (node.type === 'SwitchStatement') checkSwitch(look, node);
  });
  return overOutput;
}

function checkFor(look: Look, loop: ForStatement): void {
  const { init, test, update } = loop;
  const header = { start: loop.start, end: headerEnd(look, loop) };
  const advice = 'Write for (let i = 0; i < this.constants.n; i++).';
  if (!test && !hasExit(loop.body)) {
    return report(look, 'endless-loop', header, 'This loop never ends: it has no condition.', advice);
  }
  if (!init || !test || !update) {
    const missing = !init ? 'start' : !test ? 'condition' : 'step';
    const words = `This loop has no ${missing} in its head, so gpu.js stops it after ${rounds}, without a word.`;
    return report(look, 'open-loop', header, words, advice);
  }
  if (update.type === 'SequenceExpression') {
    const words = `This loop steps two things at once, so gpu.js stops it after ${rounds}, without a word.`;
    return report(
      look,
      'open-loop',
      update,
      words,
      'Keep one step in the head, and put the other at the end of the body.',
    );
  }
  const first = init.type === 'VariableDeclaration' ? init.declarations[0] : undefined;
  if (init.type !== 'VariableDeclaration' || !first) {
    const words = `This loop does not declare its counter, so gpu.js stops it after ${rounds}, without a word.`;
    return report(look, 'open-loop', init, words, `Declare it in the head: for (let i = 0; …).`);
  }
  if (init.declarations.length > 1) {
    const words = `This loop declares two variables, so gpu.js stops it after ${rounds}, without a word.`;
    return report(
      look,
      'open-loop',
      init,
      words,
      'Declare only the counter in the head, the other before the loop.',
    );
  }
  if (first.id.type !== 'Identifier' || !first.init) return;
  if (first.init.type !== 'Literal') return reportStart(look, first.init, first.id.name);
  if (isEndless(test, update, first.id.name, look.bindings.of.get(first.id), loop.body)) {
    const words = `This loop never ends: \`${code(look, update)}\` never makes \`${code(look, test)}\` false.`;
    return report(look, 'endless-loop', header, words, 'Step the counter towards its bound.');
  }
  const open = openPart(look, test, false, 0);
  if (open) reportBound(look, test, open);
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

function reportStart(look: Look, start: Node, name: string): void {
  const shown = code(look, start);
  const words =
    `\`${name}\` starts at \`${shown}\`; unless it starts at a plain number, ` +
    `compiled kernels stop the loop after ${rounds}, without a word.`;
  const advice =
    literalNumber(start) === undefined
      ? `Start at 0, and add it inside: const k = ${shown} + ${name}.`
      : `Start at 0, and subtract inside: const k = ${name} - ${shown.replace('-', '')}.`;
  report(look, 'open-loop', start, words, advice);
}

interface OpenPart {
  readonly node: Node;
  readonly why: 'argument' | 'product';
}

/**
 * The part of a loop's condition because of which gpu.js does not trust the loop. It follows gpu.js to the
 * letter: numbers, `this`, calls and differences are trusted; arguments are not, nor are numbers and
 * variables that are multiplied or divided.
 */
function openPart(look: Look, node: Node, scaled: boolean, depth: number): OpenPart | undefined {
  if (depth > 20) return undefined;
  const part = (child: Node, isScaled = scaled) => openPart(look, child, isScaled, depth + 1);
  switch (node.type) {
    case 'Literal':
      return scaled ? { node, why: 'product' } : undefined;
    case 'Identifier': {
      const binding = look.bindings.of.get(node);
      if (!binding) return undefined;
      if (binding.kind === 'parameter') return { node, why: 'argument' };
      if (scaled) return { node, why: 'product' };
      return openStart(look, binding, depth);
    }
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const multiplied = node.operator === '/' || node.operator === '*';
      return part(node.left, multiplied) ?? part(node.right, multiplied);
    }
    case 'UnaryExpression':
    case 'UpdateExpression':
      return part(node.argument);
    case 'ConditionalExpression':
      return part(node.test) ?? part(node.alternate) ?? part(node.consequent);
    case 'AssignmentExpression':
      return part(node.left) ?? part(node.right);
    case 'MemberExpression': {
      const place = placeOf(node);
      if (place?.kind === 'entry') {
        const array = part(place.of);
        if (array) return { node, why: array.why };
      }
      const subscripts = place && 'subscripts' in place ? place.subscripts : [];
      for (const subscript of subscripts) {
        const open = part(subscript);
        if (open) return open;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

// A variable is as trusted as the value that it starts with; what is assigned later does not count.
function openStart(look: Look, binding: Binding, depth: number): OpenPart | undefined {
  if (!binding.init || !binding.plain || binding.arrayLength !== undefined) return undefined;
  return openPart(look, binding.init, false, depth + 1);
}

function reportBound(look: Look, test: Node, open: OpenPart): void {
  const shown = code(look, open.node);
  const bound = code(look, test);
  if (open.why === 'argument') {
    const words = `gpu.js cannot see how far \`${bound}\` goes: \`${shown}\` comes as an argument. It stops the loop after ${rounds}, without a word.`;
    const name = /^[\w$]+$/.test(shown) ? shown : 'n';
    const advice = `Hand the bound over as a constant: { constants: { ${name} } } and i < this.constants.${name}.`;
    report(look, 'open-loop', test, words, advice);
    return;
  }
  const words = `gpu.js does not trust \`${bound}\`, because \`${shown}\` is multiplied or divided there. It stops the loop after ${rounds}, without a word.`;
  const advice = 'Hand the finished bound over as a constant, and write i < this.constants.n.';
  report(look, 'open-loop', test, words, advice);
}

function mentionsOutput(look: Look, test: Node): boolean {
  let found = false;
  const seen = new Set<Node>();
  const search = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    walk(node, (each) => {
      if (placeOf(each)?.kind === 'output') found = true;
      const init = each.type === 'Identifier' ? look.bindings.of.get(each)?.init : undefined;
      if (init) search(init);
      if (each.type === 'MemberExpression' && each.object.type === 'ThisExpression') {
        if (each.property.type === 'Identifier' && each.property.name === 'output') found = true;
      }
    });
  };
  search(test);
  return found;
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
