import type { Expression } from 'acorn';
import type { Binding } from './bindings';
import { code, isFraction, report, subject, type Look } from './look';
import { calledHelper, literalNumber, placeOf, walk, type Node } from './syntax';

const arrayMethods = new Set(
  (
    'map reduce filter forEach find findIndex some every indexOf includes slice concat join push pop shift ' +
    'unshift splice sort reverse fill flat flatMap at keys values entries reduceRight set subarray lastIndexOf'
  ).split(' '),
);

/** How often each array was subscripted, first by whom. */
export type Dimensions = Map<string, { readonly count: number; readonly first: Node }>;

/** Names wrong uses of arrays. Answers how many subscripts each parameter takes. */
export function checkArrays(look: Look): Map<string, number> {
  const parameters: Dimensions = new Map();
  const constants: Dimensions = new Map();
  const plain: { readonly binding: Binding; readonly node: Node; readonly parent: Node }[] = [];
  const check = (node: Node, ancestors: readonly Node[]): boolean => {
    const parent = ancestors.at(-1);
    if (node.type === 'ArrayExpression') checkLiteral(look, node, parent);
    if (node.type === 'AssignmentExpression') checkTarget(look, node, node.left);
    if (node.type === 'UpdateExpression') checkTarget(look, node, node.argument);
    if (node.type === 'MemberExpression' && !node.computed && checkProperty(look, node, parent)) return false;
    const place = placeOf(node);
    if (place?.kind === 'constant' && parent) {
      count(look, constants, `this.constants.${place.name}`, place.subscripts.length, node);
      place.subscripts.forEach((each) => descend(each, ancestors));
      place.subscripts.forEach((each) => checkSubscript(look, node, each));
      return false;
    }
    if (place?.kind === 'entry') {
      const binding = look.bindings.of.get(place.of);
      if (binding?.kind === 'parameter') count(look, parameters, place.name, place.subscripts.length, node);
      else if (binding) checkLocalEntry(look, binding, node, place.subscripts);
      place.subscripts.forEach((each) => checkSubscript(look, node, each));
      place.subscripts.forEach((each) => descend(each, ancestors));
      return false;
    }
    if (node.type === 'Identifier' && parent) {
      const binding = look.bindings.of.get(node);
      if (binding) plain.push({ binding, node, parent });
    }
    return true;
  };
  const descend = (node: Node, above: readonly Node[]): void => {
    walk(node, (each, ancestors) => check(each, ancestors.length > 0 ? ancestors : [...above, node]));
  };
  walk(look.function.body, check);
  for (const each of plain) checkPlainUse(look, each.binding, each.node, each.parent, parameters);
  const dimensions = new Map<string, number>();
  for (const [name, { count: subscripts }] of parameters) dimensions.set(name, subscripts);
  for (const { binding } of plain) {
    if (binding.kind === 'parameter' && !dimensions.has(binding.name)) dimensions.set(binding.name, 0);
  }
  return dimensions;
}

function count(look: Look, dimensions: Dimensions, name: string, subscripts: number, node: Node): void {
  const known = dimensions.get(name);
  if (!known) {
    dimensions.set(name, { count: subscripts, first: node });
    if (subscripts > 2) {
      report(
        look,
        'subscripts',
        node,
        `\`${code(look, node)}\` has ${subscripts} subscripts, but data here is a column or a table.`,
        `Write one for a column, ${name}[i], and two for a table, ${name}[row][column].`,
      );
    }
    return;
  }
  if (known.count === subscripts) return;
  const words =
    `\`${name}\` is used in two ways: \`${code(look, known.first)}\` (${shapeOf(known.count)}) ` +
    `and \`${code(look, node)}\` (${shapeOf(subscripts)}).`;
  report(
    look,
    'subscripts',
    node,
    words,
    'A table takes two subscripts, table[row][column]; a column takes one.',
  );
}

function shapeOf(subscripts: number): string {
  return ['a number', 'a column', 'a table'][subscripts] ?? `${subscripts} subscripts`;
}

// Answers whether the node is dealt with.
function checkProperty(
  look: Look,
  node: Node & { type: 'MemberExpression' },
  parent: Node | undefined,
): boolean {
  if (node.property.type !== 'Identifier') return false;
  const name = node.property.name;
  const owner = node.object;
  const place = placeOf(owner);
  const ofConstant = place?.kind === 'constant';
  const ofEntry = place?.kind === 'entry' && look.bindings.of.has(place.of);
  const ofName = owner.type === 'Identifier' && look.bindings.of.has(owner);
  // An object in a variable is named where it is made.
  if (ofName && look.bindings.of.get(owner)?.init?.type === 'ObjectExpression') return true;
  if (!ofConstant && !ofEntry && !ofName && owner.type !== 'ArrayExpression') return false;
  const shown = code(look, owner);
  if (name === 'length') {
    const words = `${subject(look)} cannot ask for \`${shown}.length\`: arrays have no length there.`;
    const advice = 'Hand the length over as a constant: { constants: { n: ….length } } and this.constants.n.';
    report(look, 'length', node, words, advice);
  } else if (arrayMethods.has(name) && parent?.type === 'CallExpression') {
    const words = `${subject(look)} cannot call \`${shown}.${name}(…)\`: arrays have no methods there.`;
    const advice = 'Write a loop: for (let i = 0; i < this.constants.n; i++).';
    report(look, 'array-method', parent, words, advice);
  } else {
    const words = `\`${code(look, node)}\`: \`${shown}\` has no properties in a kernel.`;
    report(look, 'property', node, words, 'Hand each number over as an argument or a constant of its own.');
  }
  return true;
}

function checkLiteral(look: Look, node: Node & { type: 'ArrayExpression' }, parent: Node | undefined): void {
  const { length } = node.elements;
  if (parent?.type === 'ReturnStatement') {
    const words = `${subject(look)} returns one number per thread, not an array.`;
    report(
      look,
      'array-result',
      node,
      words,
      'Make one thread per number: a longer output, or two directions.',
    );
  } else if (node.elements.some((each) => !each || each.type === 'ArrayExpression')) {
    const words = `${subject(look)} cannot hold a table or an array with gaps: \`${code(look, node)}\`.`;
    report(look, 'array-literal', node, words, 'Hand the table over as an argument or a constant.');
  } else if (length < 2 || length > 4) {
    const words = `A local array has 2, 3 or 4 numbers; \`${code(look, node)}\` has ${length}.`;
    const advice = length < 2 ? 'Use a plain variable.' : 'Hand it over as an argument or a constant.';
    report(look, 'array-literal', node, words, advice);
  } else if (!(
    parent?.type === 'VariableDeclarator' &&
    parent.init === node &&
    parent.id.type === 'Identifier'
  )) {
    const words = `An array in a kernel can only be given to a new variable: \`${code(look, node)}\`.`;
    report(look, 'array-literal', node, words, `Write const three = ${code(look, node)}; and use three[i].`);
  }
}

function checkTarget(look: Look, node: Node, target: Node): void {
  const place = placeOf(target);
  const advice = 'Each thread gives one number: return it. Use a local variable on the way.';
  if (place?.kind === 'entry') {
    const binding = look.bindings.of.get(place.of);
    if (!binding) return;
    if (binding.kind === 'parameter') {
      const words = `\`${code(look, node)}\` writes into the argument \`${place.name}\`; a kernel only reads its arguments.`;
      report(look, 'writes-argument', node, words, advice);
    } else {
      const words = `\`${code(look, node)}\` changes the array \`${place.name}\`; compiled kernels cannot.`;
      report(look, 'writes-array', node, words, 'Use a variable for each number that changes.');
    }
  } else if (place !== undefined) {
    const words = `\`${code(look, node)}\` writes into \`${code(look, target)}\`; a kernel only reads it.`;
    report(look, 'writes-argument', node, words, advice);
  }
}

function checkLocalEntry(look: Look, binding: Binding, node: Node, subscripts: readonly Expression[]): void {
  const { name, arrayLength } = binding;
  if (arrayLength === undefined) {
    const init = binding.init;
    const source = init && placeOf(init);
    const isRow = source?.kind === 'entry' || source?.kind === 'constant';
    const isWhole = init?.type === 'Identifier' && look.bindings.of.get(init)?.kind === 'parameter';
    const shown = init ? code(look, init) : '';
    if (binding.plain && (isRow || isWhole)) {
      const words = `${subject(look)} cannot keep an array or a row in a variable: \`${name} = ${shown}\`.`;
      const rest = code(look, node).slice(name.length);
      report(look, 'array-in-variable', init ?? node, words, `Use it directly: ${shown}${rest}.`);
    } else {
      const words = `\`${code(look, node)}\` looks into \`${name}\`, but \`${name}\` is a number.`;
      report(look, 'subscript-of-number', node, words, `Write ${name} without subscripts.`);
    }
    return;
  }
  const index = subscripts[0] && literalNumber(subscripts[0]);
  if (subscripts.length > 1) {
    const words = `\`${code(look, node)}\`: \`${name}\` holds plain numbers, so it takes one subscript.`;
    report(look, 'subscripts', node, words, `Write ${name}[i].`);
  } else if (index !== undefined && index >= arrayLength) {
    const words = `\`${code(look, node)}\` looks beyond \`${name}\`, which has ${arrayLength} numbers (0 to ${arrayLength - 1}).`;
    report(look, 'outside-index', node, words, `Use 0 to ${arrayLength - 1}.`);
  }
}

function checkSubscript(look: Look, node: Node, subscript: Expression): void {
  const value = literalNumber(subscript);
  if (isFraction(look, subscript)) {
    const words = `\`${code(look, node)}\` asks for entry ${code(look, subscript)}; entries have whole numbers.`;
    report(
      look,
      'fraction-index',
      subscript,
      words,
      'Use Math.floor, in a variable of its own, or a whole number.',
    );
  } else if (value !== undefined && value < 0) {
    const words = `\`${code(look, node)}\` looks before the first entry, which is number 0.`;
    report(look, 'outside-index', node, words, 'Count from the other end: this.constants.n - 1.');
  }
}

function checkPlainUse(look: Look, binding: Binding, node: Node, parent: Node, parameters: Dimensions): void {
  const { name } = binding;
  const known = parameters.get(name);
  const isArray = binding.kind === 'parameter' ? known !== undefined : binding.arrayLength !== undefined;
  if (!isArray || node === binding.id) return;
  const helper = calledHelper(parent);
  if (helper !== undefined && Object.hasOwn(look.surroundings.functions, helper)) {
    const words = `\`${code(look, parent)}\` hands the array \`${name}\` to a helper; helpers take only numbers.`;
    report(look, 'array-to-helper', node, words, `Hand over one number at a time: ${helper}(${name}[i]).`);
  } else if (parent.type === 'VariableDeclarator' && parent.init === node) {
    if (binding.kind === 'local' || parent.id.type === 'ArrayPattern') return;
    const words = `${subject(look)} cannot keep an array in a variable: \`${code(look, parent)}\`.`;
    report(look, 'array-in-variable', parent, words, `Use ${name}[…] itself.`);
  } else if (parent.type === 'AssignmentExpression') {
    if (parent.left !== node) return;
    const words = `\`${code(look, parent)}\` replaces the array \`${name}\`; a kernel cannot do that.`;
    report(look, 'writes-array', parent, words, 'Use a variable for each number that changes.');
  } else {
    const shown = known ? code(look, known.first) : `${name}[0]`;
    const words = `\`${name}\` is an array (see \`${shown}\`), but \`${code(look, parent)}\` uses it as a number.`;
    report(look, 'subscripts', node, words, `Pick one value: ${name}[this.thread.x].`);
  }
}
