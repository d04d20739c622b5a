import { code, isFraction, report, type Look } from './look';
import { calledHelper, calledMath, placeOf, walk, type Node } from './syntax';

const bitOperators = new Set(['&', '|', '^', '<<', '>>', '>>>']);
const divisions = new Set(['/', '%', '**']);

/**
 * Names numbers that webasm silently makes whole. Inside an index, and beside bit operators, it rounds
 * every fraction that is written there, even under a division or within Math.floor.
 */
export function checkWholeNumbers(look: Look): void {
  checkCounters(look);
  walk(look.function.body, (node, ancestors) => {
    if (node.type === 'MemberExpression' && node.computed && !isFraction(look, node.property)) {
      const shown = code(look, node);
      checkRounded(look, node.property, {
        rule: 'fraction-in-index',
        words: (what) =>
          `Inside the index of \`${shown}\`, compiled kernels round \`${what}\` to a whole number.`,
        advice: 'Compute the index in a variable of its own first: const k = …; then use [k].',
        reachesThroughDivision: true,
      });
    }
    const besides = bitOperands(node, ancestors.at(-1));
    for (const operand of besides) {
      const operator = 'operator' in node ? node.operator : '';
      checkRounded(look, operand, {
        rule: 'fraction-in-bits',
        words: (what) => `Beside \`${operator}\`, compiled kernels round \`${what}\` to a whole number.`,
        advice: 'Compute the number in a variable of its own first, or use Math.floor.',
        reachesThroughDivision: true,
      });
    }
  });
}

// What a bit operation works on; the outermost one speaks for those within it.
function bitOperands(node: Node, parent: Node | undefined): readonly Node[] {
  if (node.type === 'UnaryExpression') return node.operator === '~' ? [node.argument] : [];
  if (node.type !== 'BinaryExpression' || !bitOperators.has(node.operator)) return [];
  const isInner = parent?.type === 'BinaryExpression' && bitOperators.has(parent.operator);
  return isInner ? [] : [node.left, node.right];
}

interface Rounding {
  readonly rule: string;
  readonly words: (what: string) => string;
  readonly advice: string;
  /** Whether the rounding reaches through a division. */
  readonly reachesThroughDivision: boolean;
}

// Follows how gpu.js hands "make this whole" down: additions of variables stop it, calls do not.
function checkRounded(look: Look, node: Node, rounding: Rounding): void {
  const within = (child: Node) => checkRounded(look, child, rounding);
  if (isFraction(look, node)) {
    return report(look, rounding.rule, node, rounding.words(code(look, node)), rounding.advice);
  }
  switch (node.type) {
    case 'BinaryExpression':
      if (
        bitOperators.has(node.operator) ||
        (divisions.has(node.operator) && rounding.reachesThroughDivision)
      ) {
        within(node.left);
        within(node.right);
      } else if (!divisions.has(node.operator) && isLiteral(node.left) && !isFraction(look, node.left)) {
        within(node.right);
      }
      return;
    case 'UnaryExpression':
      return within(node.argument);
    case 'ConditionalExpression':
      within(node.consequent);
      return within(node.alternate);
    case 'CallExpression':
      return node.arguments.forEach(within);
    default:
  }
}

// `let s = 0; s++;` makes `s` a whole number for gpu.js, as long as it looks for types.
function checkCounters(look: Look): void {
  for (const binding of look.bindings.all) {
    const { init, name } = binding;
    if (init?.type !== 'Literal' || !Number.isInteger(init.value)) continue;
    if (!binding.assignments.some((each) => each.type === 'UpdateExpression' && each.operator === '++'))
      continue;
    for (const by of binding.assignments) {
      if (by.type !== 'AssignmentExpression' || by.operator !== '=' || by.right.type === 'Literal') continue;
      checkRounded(look, by.right, {
        rule: 'fraction-in-counter',
        words: (what) =>
          `\`${name}\` counts with ++, so compiled kernels round \`${what}\` here to a whole number.`,
        advice: `Count in a variable of its own, or write ${name} += 1.`,
        reachesThroughDivision: false,
      });
    }
  }
}

/**
 * Names helpers that webasm takes for whole-number functions. It decides once, by the first call: a
 * parameter that first gets `this.thread.x` truncates everything that it gets later.
 */
export function checkHelperNumbers(looks: readonly Look[]): void {
  const wholeParameters = new Map<Look, Set<string>>();
  const settled = new Map<Look, Set<string>>();
  const byName = new Map(
    looks.flatMap((look) => (look.helper === undefined ? [] : [[look.helper, look] as const])),
  );
  const isWhole: IsWhole = (look, node, depth) => isWholeType(look, node, depth, wholeParameters, byName);
  for (const look of byName.values()) wholeParameters.set(look, new Set());
  for (const look of looks) {
    walk(look.function.body, (node) => {
      const helper = byName.get(calledHelper(node) ?? '');
      if (!helper || node.type !== 'CallExpression') return;
      helper.function.params.forEach((parameter, index) => {
        const argument = node.arguments[index];
        if (parameter.type !== 'Identifier' || !argument) return;
        checkArgument(look, node, argument, helper, parameter.name, isWhole, wholeParameters, settled);
      });
    });
  }
  for (const helper of byName.values()) {
    checkAssigned(helper, wholeParameters.get(helper) ?? new Set(), isWhole);
    checkMixedReturns(helper, isWhole);
  }
}

type IsWhole = (look: Look, node: Node, depth?: number) => boolean;

function checkArgument(
  look: Look,
  call: Node,
  argument: Node,
  helper: Look,
  parameter: string,
  isWhole: IsWhole,
  wholeParameters: ReadonlyMap<Look, Set<string>>,
  settled: Map<Look, Set<string>>,
): void {
  const known = settled.get(helper) ?? new Set();
  settled.set(helper, known);
  const whole = isWhole(look, argument);
  const already = wholeParameters.get(helper);
  if (!known.has(parameter)) {
    known.add(parameter);
    if (whole && !isLiteral(argument)) already?.add(parameter);
    return;
  }
  if (!already?.has(parameter) || whole) return;
  const name = helper.helper ?? '';
  const words =
    `\`${name}\` got a whole number first, so compiled kernels take \`${parameter}\` for a whole number: ` +
    `\`${code(look, call)}\` loses what is behind the point.`;
  const advice = `Put the whole number into a const before its call: const k = this.thread.x; then ${name}(k).`;
  report(look, 'helper-whole', call, words, advice);
}

function isLiteral(node: Node): boolean {
  return node.type === 'Literal' || (node.type === 'UnaryExpression' && isLiteral(node.argument));
}

function checkAssigned(helper: Look, whole: ReadonlySet<string>, isWhole: IsWhole): void {
  for (const binding of helper.bindings.all) {
    if (binding.kind !== 'parameter' || !whole.has(binding.name)) continue;
    for (const by of binding.assignments) {
      if (by.type !== 'AssignmentExpression') continue;
      const keeps = ['=', '+=', '-=', '*='].includes(by.operator) && isWhole(helper, by.right);
      if (keeps || /^(&|\||\^|<<|>>)=$/.test(by.operator)) continue;
      const words =
        `\`${helper.helper}\` gets a whole number for \`${binding.name}\`, so compiled kernels ` +
        `keep it whole: \`${code(helper, by)}\` loses what is behind the point.`;
      report(helper, 'helper-whole', by, words, `Put the new value into a variable of its own.`);
    }
  }
}

function checkMixedReturns(helper: Look, isWhole: IsWhole): void {
  const returned: Node[] = [];
  walk(helper.function.body, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) returned.push(node.argument);
  });
  const last = returned.at(-1);
  if (!last || isLiteral(last) || !isWhole(helper, last)) return;
  const other = returned.find((each) => !isLiteral(each) && !isWhole(helper, each));
  const fraction = other ?? returned.find((each) => isFraction(helper, each));
  if (!fraction) return;
  const words =
    `\`${helper.helper}\` ends with the whole number \`${code(helper, last)}\`, so compiled kernels ` +
    `make \`${code(helper, fraction)}\` whole too.`;
  const advice = `Put it into a const first: const k = ${code(helper, last)}; return k;.`;
  report(helper, 'helper-whole', last, words, advice);
}

// gpu.js's own notion of an Integer, as it stands when it first meets an expression.
function isWholeType(
  look: Look,
  node: Node,
  depth: number | undefined,
  parameters: ReadonlyMap<Look, Set<string>>,
  helpers: ReadonlyMap<string, Look>,
): boolean {
  const deeper = (depth ?? 0) + 1;
  if (deeper > 12) return false;
  const whole = (child: Node) => isWholeType(look, child, deeper, parameters, helpers);
  switch (node.type) {
    case 'Literal':
      return Number.isInteger(node.value);
    case 'Identifier': {
      const binding = look.bindings.of.get(node);
      if (!binding) return false;
      if (binding.kind === 'parameter') return parameters.get(look)?.has(binding.name) ?? false;
      const counts = binding.assignments.some(
        (each) => each.type === 'UpdateExpression' && each.operator === '++',
      );
      if (counts && binding.init?.type === 'Literal') return Number.isInteger(binding.init.value);
      // In a return type, a local that copies `this.thread.x` still counts as whole.
      return false;
    }
    case 'MemberExpression': {
      const place = placeOf(node);
      return place?.kind === 'thread' || place?.kind === 'output';
    }
    case 'BinaryExpression':
      if (bitOperators.has(node.operator)) return true;
      return ['+', '-', '*', '**'].includes(node.operator) && whole(node.left) && whole(node.right);
    case 'UnaryExpression':
      return node.operator === '~' || (node.operator !== '!' && whole(node.argument));
    case 'UpdateExpression':
      return whole(node.argument);
    case 'ConditionalExpression':
      return !isLiteral(node.consequent) && whole(node.consequent) && whole(node.alternate);
    case 'CallExpression': {
      if (calledMath(node) !== undefined) return false;
      const helper = helpers.get(calledHelper(node) ?? '');
      if (!helper) return false;
      let last: Node | undefined;
      walk(helper.function.body, (each) => {
        if (each.type === 'ReturnStatement' && each.argument) last = each.argument;
      });
      return last !== undefined && !isLiteral(last) && isWholeType(helper, last, deeper, parameters, helpers);
    }
    default:
      return false;
  }
}
