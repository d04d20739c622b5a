import type { Look } from './look';
import { code, report, subject } from './look';
import { walk, type Node } from './syntax';

const nestedFunction = 'nested-function';
const unsupported = 'unsupported-syntax';

/** What JavaScript has and gpu.js does not, with what to write instead. */
const unknownSyntax: Partial<Record<Node['type'], readonly [what: string, advice: string]>> = {
  TemplateLiteral: [
    'a template string',
    'A kernel knows only numbers. Build texts from its result, after the call.',
  ],
  TaggedTemplateExpression: ['a template string', 'A kernel knows only numbers. Build texts after the call.'],
  ObjectExpression: ['an object', 'Keep each number in a variable of its own.'],
  SpreadElement: ['spread (`...`)', 'Write the values one by one, or loop over them.'],
  RestElement: ['a rest element (`...`)', 'Name each value.'],
  TryStatement: ['`try`', 'Check for the bad case with if, and return a number for it.'],
  ThrowStatement: [
    '`throw`',
    'Check the inputs before the call, or return a number that marks the bad case.',
  ],
  NewExpression: ['`new`', 'Hand what you need over as an argument.'],
  ClassDeclaration: ['a class', 'Use plain numbers, and helpers listed in `functions`.'],
  ClassExpression: ['a class', 'Use plain numbers, and helpers listed in `functions`.'],
  ChainExpression: [
    'optional chaining (`?.`)',
    'Write a plain `.` or `[…]`: a kernel has no missing objects.',
  ],
  AwaitExpression: ['`await`', 'Await before the call, and hand the result over as an argument.'],
  YieldExpression: ['`yield`', 'Return one number.'],
  ImportExpression: ['`import`', 'Import outside, and list helpers in `functions`.'],
  LabeledStatement: ['a label', 'Use a plain break or continue, or a variable that remembers to stop.'],
  WithStatement: ['`with`', 'Name each value.'],
  MetaProperty: ['`new.target` or `import.meta`', 'Hand what you need over as an argument.'],
  AssignmentPattern: ['a default value', 'Hand every argument over at the call.'],
};

const unknownOperators: Readonly<Record<string, string>> = {
  typeof: 'Everything in a kernel is a number. Leave it out.',
  void: 'Leave it out.',
  delete: 'Leave it out.',
  in: 'Compare numbers instead.',
  instanceof: 'Everything in a kernel is a number. Leave it out.',
  '??': 'A kernel has no missing values. Write a comparison: a === 0 ? b : a.',
  '??=': 'A kernel has no missing values. Write an if.',
  '&&=': 'Write an if.',
  '||=': 'Write an if: if (a === 0) { a = b; }.',
  '>>>': 'gpu.js keeps the sign here. Divide by a power of two and use Math.floor.',
};

/** Names what gpu.js cannot read at all: other kinds of function, objects, strings and their like. */
export function checkSyntax(look: Look): void {
  checkFunction(look);
  walk(look.function, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (!parent) return true;
    if (isFunction(node)) {
      if (!isArrayMethodArgument(node, parent)) reportNested(look, node, parent);
      return false;
    }
    const known = unknownSyntax[node.type];
    if (known && !(parent === look.function && node.type !== 'SpreadElement')) {
      report(look, unsupported, node, `${subject(look)} cannot use ${known[0]}.`, known[1]);
      return false;
    }
    if (node.type === 'Literal') checkLiteral(look, node);
    if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
      report(
        look,
        'for-of',
        { start: node.start, end: node.right.end + 1 },
        `${subject(look)} cannot loop with for … ${node.type === 'ForOfStatement' ? 'of' : 'in'}.`,
        'Count instead: for (let i = 0; i < this.constants.n; i++), and read the values by their number.',
      );
    }
    checkOperator(look, node);
    checkOrder(look, node, parent);
    return true;
  });
}

function isFunction(node: Node): boolean {
  return /^(Function|ArrowFunction)/.test(node.type);
}

// `.map(x => …)` is named as a method that gpu.js lacks; its function goes with it.
function isArrayMethodArgument(node: Node, parent: Node): boolean {
  return (
    parent.type === 'CallExpression' && parent.callee !== node && parent.callee.type === 'MemberExpression'
  );
}

function reportNested(look: Look, node: Node, parent: Node): void {
  const id = parent.type === 'VariableDeclarator' ? parent.id : 'id' in node ? node.id : undefined;
  const name = id?.type === 'Identifier' ? ` \`${id.name}\`` : '';
  report(
    look,
    nestedFunction,
    node,
    `${subject(look)} cannot hold another function${name}.`,
    `Write it beside the kernel as function ${name ? name.slice(2, -1) : 'name'}(…) { … } and list it: ` +
      `{ functions: [${name ? name.slice(2, -1) : 'name'}] }.`,
  );
}

function checkFunction(look: Look): void {
  const fn = look.function;
  const whole = { start: fn.start, end: fn.type === 'ArrowFunctionExpression' ? fn.body.start : fn.end };
  const kernel = look.helper === undefined ? 'A kernel' : `\`${look.helper}\``;
  if (fn.type === 'ArrowFunctionExpression') {
    report(
      look,
      'arrow-function',
      whole,
      `${kernel} must be a function, not an arrow function: an arrow has no \`this\` of its own.`,
      'Write function (…) { … return …; } in place of (…) => ….',
    );
  }
  if (fn.async) {
    report(
      look,
      'async-function',
      whole,
      `${kernel} cannot be async.`,
      'Leave async out, and await the call.',
    );
  }
  if (fn.generator) {
    report(
      look,
      'generator-function',
      whole,
      `${kernel} cannot be a generator.`,
      'Write function without the star.',
    );
  }
  for (const parameter of fn.params) {
    if (parameter.type === 'Identifier') continue;
    const what =
      parameter.type === 'AssignmentPattern'
        ? 'a default value'
        : parameter.type === 'RestElement'
          ? 'a rest parameter'
          : 'a parameter that is taken apart';
    report(
      look,
      'parameter-pattern',
      parameter,
      `${subject(look)} cannot have ${what}: \`${code(look, parameter)}\`.`,
      'Give each parameter a plain name, and hand every argument over at the call.',
    );
  }
}

function checkLiteral(look: Look, node: Node & { type: 'Literal' }): void {
  if (typeof node.value === 'number' || typeof node.value === 'boolean') return;
  const [what, advice] = node.bigint
    ? ['a BigInt', 'Write a plain number, without the n.']
    : node.regex
      ? ['a regular expression', 'A kernel knows only numbers.']
      : node.value === null
        ? ['null', 'A kernel knows only numbers. Write 0, or hand a number over as an argument.']
        : ['a string', 'A kernel knows only numbers. Give each case a number.'];
  report(look, unsupported, node, `${subject(look)} cannot use ${what}: \`${code(look, node)}\`.`, advice);
}

function checkOperator(look: Look, node: Node): void {
  if (!('operator' in node)) return;
  const operator = node.operator;
  const advice = unknownOperators[operator] ?? (operator === '>>>=' ? unknownOperators['>>>'] : undefined);
  if (advice === undefined) return;
  report(
    look,
    unsupported,
    node,
    `${subject(look)} cannot use \`${operator}\`: \`${code(look, node)}\`.`,
    advice,
  );
}

// gpu.js takes assignments and commas only where their value is thrown away.
function checkOrder(look: Look, node: Node, parent: Node): void {
  if (node.type === 'AssignmentExpression') {
    if (isDiscarded(node, parent)) return;
    report(
      look,
      'assignment-as-value',
      node,
      `${subject(look)} cannot use an assignment as a value: \`${code(look, node)}\`.`,
      'Write the assignment as a line of its own, then use the variable.',
    );
  }
  if (node.type === 'SequenceExpression' && parent.type !== 'ForStatement') {
    if (parent.type === 'ExpressionStatement') return;
    report(
      look,
      unsupported,
      node,
      `${subject(look)} cannot use a comma between values: \`${code(look, node)}\`.`,
      'Write each as a line of its own.',
    );
  }
}

function isDiscarded(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'ExpressionStatement':
    case 'SequenceExpression':
      return true;
    case 'ForStatement':
      return parent.update === node || parent.init === node;
    // `a && (b = c)` and `a ? (b = c) : (b = d)` as lines of their own become an if.
    case 'LogicalExpression':
      return parent.right === node;
    case 'ConditionalExpression':
      return parent.test !== node;
    default:
      return false;
  }
}
