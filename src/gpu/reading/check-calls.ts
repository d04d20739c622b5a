import { code, report, subject, type Look } from './look';
import { calledHelper, calledMath, placeOf, walk, type Node } from './syntax';

const oneArgument = (
  'abs acos acosh asin asinh atan atanh cbrt ceil clz32 cos cosh exp expm1 floor fround log log10 log1p log2 ' +
  'round sign sin sinh sqrt tan tanh trunc'
).split(' ');

/** The functions of Math that gpu.js has on every backend, with the number of arguments that they need. */
export const mathArguments: ReadonlyMap<string, number> = new Map([
  ...oneArgument.map((name) => [name, 1] as const),
  ...['atan2', 'imul', 'pow'].map((name) => [name, 2] as const),
  ...['max', 'min'].map((name) => [name, 1] as const),
]);

const mathNumbers = new Set('E PI SQRT2 SQRT1_2 LN2 LN10 LOG2E LOG10E'.split(' '));

const mathAdvice: Readonly<Record<string, string>> = {
  random: 'Draw the numbers before the call, from a seed, and hand them over as an argument.',
  hypot: 'Write Math.sqrt(a * a + b * b).',
};

/** Names calls of functions that are not there, or that get too few arguments. */
export function checkCalls(look: Look): void {
  walk(look.function.body, (node, ancestors) => {
    if (node.type === 'CallExpression') return checkCall(look, node);
    const place = placeOf(node);
    if (place?.kind !== 'math') return true;
    const parent = ancestors.at(-1);
    if (parent?.type === 'CallExpression' && parent.callee === node) return true;
    if (mathNumbers.has(place.name)) return true;
    const isFunction = mathArguments.has(place.name);
    const words = isFunction
      ? `\`Math.${place.name}\` is a function: it must be called.`
      : `There is no \`Math.${place.name}\` in a kernel.`;
    report(
      look,
      'unknown-math',
      node,
      words,
      isFunction ? `Write Math.${place.name}(…).` : 'Write the number itself.',
    );
    return false;
  });
}

function checkCall(look: Look, node: Node & { type: 'CallExpression' }): boolean {
  const given = node.arguments.length;
  const math = calledMath(node);
  if (math !== undefined) {
    const needed = mathArguments.get(math);
    const call = code(look, node);
    if (math === 'random') {
      const words = `\`Math.random()\` gives other numbers on every run and every backend, so nothing could be checked.`;
      report(look, 'random', node, words, mathAdvice['random'] ?? '');
    } else if (needed === undefined) {
      const advice =
        mathAdvice[math] ?? 'Write it with + - * / and the functions that are there: sqrt, exp, log, pow.';
      report(look, 'unknown-math', node, `gpu.js has no \`Math.${math}\`.`, advice);
    } else if (given < needed) {
      const words = `\`${call}\` needs ${needed === 1 ? 'a number' : `${needed} numbers`}.`;
      report(look, 'missing-argument', node, words, `Write Math.${math}(${needed === 1 ? 'a' : 'a, b'}).`);
    }
    return true;
  }
  const helper = calledHelper(node);
  if (helper !== undefined) {
    const source = look.surroundings.functions[helper];
    const parameters = source === undefined ? undefined : parameterCount(source);
    if (parameters !== undefined && given < parameters) {
      const words = `\`${code(look, node)}\` hands over ${given} of the ${parameters} numbers that \`${helper}\` takes.`;
      report(look, 'missing-argument', node, words, 'Hand over one for each parameter.');
    }
    return true;
  }
  const { callee } = node;
  if (callee.type === 'MemberExpression' && callee.computed && callee.object.type === 'Identifier') {
    const words = `${subject(look)} cannot call \`${code(look, callee)}\`.`;
    report(look, 'unknown-call', node, words, 'Call Math functions and helpers by their plain name.');
  } else if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') {
    const words = `There is no \`${code(look, callee)}\` in a kernel.`;
    report(
      look,
      'unknown-call',
      node,
      words,
      'Call helpers by their plain name, and list them in functions.',
    );
    return false;
  }
  return true;
}

function parameterCount(source: string): number {
  const inside = source
    .slice(source.indexOf('(') + 1, source.indexOf(')'))
    .replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
  return inside.trim() === '' ? 0 : inside.split(',').filter((each) => each.trim() !== '').length;
}
