import type { Binding } from './bindings';
import { code, report, subject, type Look } from './look';
import { walk, type Node } from './syntax';

const comparisons = new Set(['<', '>', '<=', '>=', '==', '===', '!=', '!==']);
const equalities = new Set(['==', '===', '!=', '!==']);
const arithmetic = new Set(['+', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>']);

/**
 * Names places where true or false is used as a number, and numbers joined by && and ||. Compiled kernels
 * know true and false only in conditions; `a || b` is 1 or 0 there, never a or b.
 */
export function checkTruth(look: Look): void {
  walk(look.function.body, (node, ancestors) => {
    if (node.type === 'BinaryExpression') checkBinary(look, node);
    if (node.type === 'AssignmentExpression' && node.operator !== '=' && isTruth(look, node.right)) {
      reportAsNumber(look, node, node.right);
    }
    if (node.type === 'ReturnStatement' && node.argument && isTruth(look, node.argument)) {
      if (look.helper !== undefined) return true;
      const shown = code(look, node.argument);
      const words = `${subject(look)} returns a number, but \`${shown}\` is true or false.`;
      report(look, 'truth-as-number', node.argument, words, `Write return ${shown} ? 1 : 0;.`);
      return false;
    }
    if (node.type === 'LogicalExpression' && node.operator !== '??') {
      const parent = ancestors.at(-1);
      if (
        parent &&
        isValue(node, ancestors) &&
        !(mayBeTruth(look, node.left) && mayBeTruth(look, node.right))
      ) {
        reportLogical(look, node);
        return false;
      }
    }
    return true;
  });
}

function checkBinary(look: Look, node: Node & { type: 'BinaryExpression' }): void {
  const left = isTruth(look, node.left);
  const right = isTruth(look, node.right);
  if (!left && !right) return;
  if (arithmetic.has(node.operator)) return reportAsNumber(look, node, left ? node.left : node.right);
  if (!comparisons.has(node.operator)) return;
  if (left && right && equalities.has(node.operator) && isPlain(look, node.left) && isPlain(look, node.right))
    return;
  const inner = left ? node.left : node.right;
  if (inner.type === 'BinaryExpression' && !right && !equalities.has(node.operator)) {
    const middle = code(look, inner.right);
    const words = `\`${code(look, node)}\` compares true or false with \`${code(look, node.right)}\`.`;
    const advice = `Write ${code(look, inner)} && ${middle} ${node.operator} ${code(look, node.right)}.`;
    report(look, 'truth-as-number', node, words, advice);
    return;
  }
  const words = `\`${code(look, node)}\` compares true or false; compiled kernels compare only numbers.`;
  report(look, 'truth-as-number', node, words, 'Join conditions with &&, || and ! instead.');
}

// The comparisons that gpu.js itself takes for true or false; the others are numbers to it.
function isPlain(look: Look, node: Node): boolean {
  if (node.type === 'BinaryExpression') return node.operator === '<' || node.operator === '>';
  if (node.type === 'UnaryExpression') return isPlain(look, node.argument);
  if (node.type !== 'Identifier') return true;
  const init = look.bindings.of.get(node)?.init;
  return init !== undefined && isPlain(look, init);
}

function reportAsNumber(look: Look, node: Node, truth: Node): void {
  const shown = code(look, truth);
  const words = `\`${code(look, node)}\` counts with \`${shown}\`, which is true or false, not a number.`;
  report(look, 'truth-as-number', node, words, `Write (${shown} ? 1 : 0).`);
}

function reportLogical(look: Look, node: Node & { type: 'LogicalExpression' }): void {
  const left = code(look, node.left);
  const right = code(look, node.right);
  const words = `\`${code(look, node)}\` is true or false in a compiled kernel, never the number \`${left}\` itself.`;
  const advice =
    node.operator === '||' ? `${left} === 0 ? ${right} : ${left}` : `${left} === 0 ? ${left} : ${right}`;
  report(look, 'logical-value', node, words, `Write ${advice}.`);
}

// What is known of a variable: two may each lead to the same third.
const truths = new WeakMap<Binding, boolean>();

/** Whether an expression is true or false in JavaScript. */
function isTruth(look: Look, node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'boolean';
    case 'BinaryExpression':
      return comparisons.has(node.operator);
    case 'UnaryExpression':
      return node.operator === '!';
    case 'LogicalExpression':
      return isTruth(look, node.left) && isTruth(look, node.right);
    case 'ConditionalExpression':
      return isTruth(look, node.consequent) && isTruth(look, node.alternate);
    case 'Identifier': {
      const binding = look.bindings.of.get(node);
      if (!binding?.init || !binding.plain) return false;
      const truth = truths.get(binding) ?? isTruth(look, binding.init);
      truths.set(binding, truth);
      return truth;
    }
    default:
      return false;
  }
}

// A helper may answer true or false.
function mayBeTruth(look: Look, node: Node): boolean {
  if (node.type === 'LogicalExpression') return mayBeTruth(look, node.left) && mayBeTruth(look, node.right);
  return node.type === 'CallExpression' || isTruth(look, node);
}

// Whether a number is expected where the expression stands.
function isValue(node: Node, ancestors: readonly Node[]): boolean {
  let child = node;
  for (let depth = ancestors.length - 1; depth >= 0; depth--) {
    const parent = ancestors[depth];
    if (!parent) return false;
    switch (parent.type) {
      case 'LogicalExpression':
        child = parent;
        continue;
      case 'UnaryExpression':
        return parent.operator !== '!';
      case 'ConditionalExpression':
        if (parent.test === child) return false;
        child = parent;
        continue;
      case 'IfStatement':
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ExpressionStatement':
        return false;
      default:
        return true;
    }
  }
  return false;
}
