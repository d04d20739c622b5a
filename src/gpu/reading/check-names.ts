import { code, report, subject, type Look } from './look';
import { similarName } from './similar-name';
import { placeOf, walk, type Node } from './syntax';

const globalAdvice: Readonly<Record<string, string>> = {
  console: 'Return the value, and print the result after the call.',
  Date: 'Measure the time around the call.',
  performance: 'Measure the time around the call.',
  Number: 'Write the number itself; x !== x is true only for NaN.',
  isNaN: 'Write x !== x: only NaN differs from itself.',
  isFinite: 'Write x - x === 0: only finite numbers do that.',
  parseInt: 'Use Math.trunc: everything in a kernel is a number already.',
  parseFloat: 'Leave it out: everything in a kernel is a number already.',
  undefined: 'Everything in a kernel is a number. Compare with a number instead.',
  NaN: 'Hand it over as an argument, or write 0 / 0.',
};

const globals = new Set(
  (
    'Array ArrayBuffer BigInt Boolean DataView Error Float32Array Float64Array Function Int32Array Intl JSON ' +
    'Map Object Promise Proxy Reflect RegExp Set String Symbol Uint8Array Uint32Array WeakMap alert arguments ' +
    'crypto document eval fetch global globalThis localStorage process queueMicrotask require self ' +
    'setInterval setTimeout structuredClone window'
  ).split(' '),
);

/** Names everything that the kernel looks for outside itself. */
export function checkNames(look: Look): void {
  const seen = new Set<string>();
  const own = look.function.type === 'ArrowFunctionExpression' ? undefined : look.function.id?.name;
  for (const { id, ancestors } of look.bindings.outer) {
    const parent = ancestors.at(-1);
    const called = parent?.type === 'CallExpression' && parent.callee === id;
    if (id.name === 'Infinity' || (id.name === 'Math' && parent?.type === 'MemberExpression')) continue;
    if (called && Object.hasOwn(look.surroundings.functions, id.name)) continue;
    if (seen.has(id.name)) continue;
    seen.add(id.name);
    reportOuter(look, id, parent, called, own);
  }
  checkThis(look);
}

function reportOuter(
  look: Look,
  id: Node & { type: 'Identifier' },
  parent: Node | undefined,
  called: boolean,
  own: string | undefined,
): void {
  const { name } = id;
  const who = subject(look);
  const member =
    parent?.type === 'MemberExpression' && parent.object === id && !parent.computed ? parent : undefined;
  const advice = globalAdvice[name];
  if (/^(cov_|__cov|stryMut|stryCov)/.test(name)) {
    const words = `A tool has put \`${name}\` into the kernel, to measure which lines run.`;
    report(look, 'instrumented', id, words, 'Leave kernels out of it; coverage by v8 does not touch them.');
  } else if (advice !== undefined || globals.has(name)) {
    const shown = member ? code(look, member) : name;
    const words = `${who} cannot use \`${shown}\`: it runs somewhere else, where only numbers and Math exist.`;
    report(
      look,
      'global',
      member ?? id,
      words,
      advice ?? 'Do this outside, and hand the result over as an argument.',
    );
  } else if (called && name === own) {
    report(look, 'recursion', id, `${who} cannot call itself: \`${name}\`.`, 'Write a loop instead.');
  } else if (called) {
    const words = `${who} calls \`${name}\`, but \`${name}\` is not listed in functions.`;
    report(look, 'unlisted-helper', id, words, `List it beside the output: { functions: [${name}] }.`);
  } else if (look.surroundings.constants.includes(name)) {
    const words = `\`${name}\` is one of the constants, so the kernel must ask \`this\` for it.`;
    report(look, 'outer-variable', id, words, `Write this.constants.${name}.`);
  } else if (member) {
    const shown = code(look, member);
    const key = member.property.type === 'Identifier' ? member.property.name : 'value';
    const words = `${who} cannot see \`${shown}\`: \`${name}\` is an object of the code around it.`;
    report(look, 'outer-object', member, words, handOver(key, shown));
  } else if (look.imported.has(name)) {
    const words = `${who} cannot see \`${name}\`, which is imported from another module.`;
    report(look, 'outer-variable', id, words, handOver(name));
  } else {
    const words = `${who} cannot see \`${name}\`, a variable of the code around it: it runs somewhere else.`;
    const meant = similarName(
      name,
      look.bindings.all.map((binding) => binding.name),
    );
    const question = meant === undefined ? '' : `Did you mean \`${meant}\`? If not: `;
    report(look, 'outer-variable', id, words, `${question}${handOver(name)}`);
  }
}

function handOver(name: string, value?: string): string {
  const entry = value === undefined ? name : `${name}: ${value}`;
  return `Hand it over as an argument, or as a constant: { constants: { ${entry} } } and this.constants.${name}.`;
}

function checkThis(look: Look): void {
  walk(look.function, (node, ancestors) => {
    const place = placeOf(node);
    if (place?.kind === 'thread' || place?.kind === 'output') {
      checkAxis(look, node, place.kind, place.axis);
      return false;
    }
    if (place?.kind === 'constant') {
      checkConstant(look, node, place.name);
      for (const subscript of place.subscripts) walkSubscript(look, subscript);
      return false;
    }
    if (node.type === 'VariableDeclarator' && node.init && isThisGroup(node.init)) {
      checkPattern(look, node.id, node.init);
      return false;
    }
    if (node.type === 'ThisExpression') reportThis(look, node, ancestors);
    return true;
  });
}

function walkSubscript(look: Look, subscript: Node): void {
  const inner = { ...look, function: subscript as Look['function'] };
  checkThis(inner);
}

function isThisGroup(node: Node): boolean {
  if (node.type === 'ThisExpression') return true;
  return node.type === 'MemberExpression' && !node.computed && node.object.type === 'ThisExpression';
}

function checkAxis(look: Look, node: Node, group: 'thread' | 'output', axis: string): void {
  if (axis === 'x' || axis === 'y' || axis === 'z') return;
  const words = `\`this.${group}\` has x, y and z, but no \`${axis}\`.`;
  report(
    look,
    'unknown-this',
    node,
    words,
    `Write this.${group}.x for the column, this.${group}.y for the row.`,
  );
}

function checkConstant(look: Look, node: Node, name: string): void {
  const { constants } = look.surroundings;
  if (constants.includes(name)) return;
  const known = constants.length > 0 ? `They are: ${constants.join(', ')}.` : 'This kernel was given none.';
  const words = `\`${name}\` is not among the constants. ${known}`;
  report(
    look,
    'unknown-constant',
    node,
    words,
    `Give it a value beside the output: { constants: { ${name}: … } }.`,
  );
}

// const { x } = this.thread; const { n } = this.constants; const { thread: { x } } = this
function checkPattern(look: Look, pattern: Node, from: Node): void {
  const group =
    from.type === 'MemberExpression' && from.property.type === 'Identifier' ? from.property.name : '';
  if (pattern.type !== 'ObjectPattern') {
    report(
      look,
      'unknown-this',
      from,
      `${subject(look)} cannot keep \`${code(look, from)}\` in a variable.`,
      'Take the number out of it: const { x } = this.thread.',
    );
    return;
  }
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.computed) continue;
    const name = property.key.name;
    if (from.type === 'ThisExpression') {
      const part = {
        ...from,
        type: 'MemberExpression',
        object: from,
        property: property.key,
        computed: false,
      };
      if (['thread', 'output', 'constants'].includes(name))
        checkPattern(look, property.value, part as unknown as Node);
      else reportUnknownThis(look, property, name);
    } else if (group === 'constants') checkConstant(look, property, name);
    else if (group === 'thread' || group === 'output') checkAxis(look, property, group, name);
    else return reportUnknownThis(look, from, group);
  }
}

function reportThis(look: Look, node: Node, ancestors: readonly Node[]): void {
  const parent = ancestors.at(-1);
  if (parent?.type === 'MemberExpression' && parent.property.type === 'Identifier' && !parent.computed) {
    const group = parent.property.name;
    if (!['thread', 'output', 'constants'].includes(group)) return reportUnknownThis(look, parent, group);
    report(
      look,
      'unknown-this',
      parent,
      `\`this.${group}\` is not a number.`,
      group === 'constants' ? 'Name the constant: this.constants.n.' : `Name the direction: this.${group}.x.`,
    );
    return;
  }
  report(
    look,
    'unknown-this',
    node,
    `${subject(look)} cannot use \`this\` as a value.`,
    'Use this.thread, this.constants and this.output.',
  );
}

function reportUnknownThis(look: Look, node: { start: number; end: number }, name: string): void {
  const isConstant = look.surroundings.constants.includes(name);
  report(
    look,
    'unknown-this',
    node,
    `There is no \`this.${name}\` in a kernel, only this.thread, this.constants and this.output.`,
    isConstant ? `Write this.constants.${name}.` : 'Hand the value over as an argument, or as a constant.',
  );
}
