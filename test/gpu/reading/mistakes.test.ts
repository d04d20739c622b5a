import { describe, expect, it } from 'vitest';
import { readKernel, type KernelMistake } from '../../../src/gpu/reading';
import { half, SCALE } from './imported';

interface Case {
  readonly body: string;
  readonly rule: string;
  /** What the words must name. */
  readonly names: string;
  /** The part of the source that the mistake must point to. */
  readonly at: string;
  readonly parameters?: string;
  readonly constants?: readonly string[];
  readonly fractions?: readonly string[];
  readonly functions?: Readonly<Record<string, string>>;
}

const square = { square: 'function square(a) { return a * a; }' };
const returned = 'let s = 0; return s;';

const cases: Readonly<Record<string, Case>> = {
  'an outer variable': {
    body: 'return values[this.thread.x] - offset;',
    rule: 'outer-variable',
    names: '`offset`',
    at: 'offset',
  },
  'an outer variable that is assigned': {
    body: 'total = values[0]; return 1;',
    rule: 'outer-variable',
    names: '`total`',
    at: 'total',
  },
  'a constant without this': {
    body: 'return n;',
    rule: 'outer-variable',
    names: '`n`',
    at: 'n',
    constants: ['n'],
  },
  'an imported constant': {
    body: 'return __vite_ssr_import_1__.SCALE;',
    rule: 'outer-variable',
    names: '`SCALE`',
    at: '__vite_ssr_import_1__.SCALE',
  },
  'an enum': { body: 'return Shape.Round;', rule: 'outer-object', names: '`Shape.Round`', at: 'Shape.Round' },
  'an imported object': {
    body: 'return __vite_ssr_import_1__.options.rate;',
    rule: 'outer-object',
    names: '`options.rate`',
    at: '__vite_ssr_import_1__.options.rate',
  },
  'an outer array': {
    body: 'return weights[this.thread.x];',
    rule: 'outer-variable',
    names: '`weights`',
    at: 'weights',
  },
  'the length of an argument': {
    body: 'let s = 0; for (let i = 0; i < values.length; i++) { s += values[i]; } return s;',
    rule: 'length',
    names: '`values.length`',
    at: 'values.length',
  },
  'the length of a row': {
    body: 'return table[0].length;',
    rule: 'length',
    names: '`table[0].length`',
    at: 'table[0].length',
    parameters: 'table',
  },
  'the length of a constant': {
    body: 'return this.constants.w.length;',
    rule: 'length',
    names: '`this.constants.w.length`',
    at: 'this.constants.w.length',
    constants: ['w'],
  },
  map: {
    body: 'return values.map((v) => v * offset)[0];',
    rule: 'array-method',
    names: '`values.map(…)`',
    at: 'values.map((v) => v * offset)',
  },
  reduce: {
    body: 'return values.reduce(function (a, b) { return a + b; }, 0);',
    rule: 'array-method',
    names: '`values.reduce(…)`',
    at: 'values.reduce(function (a, b) { return a + b; }, 0)',
  },
  'for of': {
    body: 'let s = 0; for (const v of values) { s += v; } return s;',
    rule: 'for-of',
    names: 'for … of',
    at: 'for (const v of values)',
  },
  'for in': {
    body: 'let s = 0; for (const i in values) { s += 1; } return s;',
    rule: 'for-of',
    names: 'for … in',
    at: 'for (const i in values)',
  },
  'a helper that is not listed': {
    body: 'return square(values[0]);',
    rule: 'unlisted-helper',
    names: '`square`',
    at: 'square',
  },
  'an imported helper that is not listed': {
    body: 'return (0, __vite_ssr_import_0__.square)(values[0]);',
    rule: 'unlisted-helper',
    names: '`square`',
    at: '__vite_ssr_import_0__.square',
  },
  'no return': { body: 'const a = values[0];', rule: 'no-return', names: 'returns nothing', at: '}' },
  'a return without a number': {
    body: 'if (values[0] > 1) { return; } return 1;',
    rule: 'empty-return',
    names: 'without a number',
    at: 'return;',
  },
  'a return in only one branch': {
    body: 'if (values[0] > 1) { return 1; }',
    rule: 'missing-return',
    names: 'silently 0',
    at: '}',
  },
  'a return in only some cases': {
    body: 'switch (this.thread.x) { case 0: return 1; case 1: return 2; }',
    rule: 'missing-return',
    names: 'silently 0',
    at: '}',
  },
  'a return only inside a loop': {
    body: 'for (let i = 0; i < 5; i++) { if (values[i] > 1) { return i; } }',
    rule: 'missing-return',
    names: 'silently 0',
    at: '}',
  },
  'no value': { body: 'let s; s = values[0]; return s;', rule: 'no-value', names: '`s`', at: 's' },
  'console.log': {
    body: 'console.log(values[0]); return 1;',
    rule: 'global',
    names: '`console.log`',
    at: 'console.log',
  },
  'Date.now': { body: 'return Date.now();', rule: 'global', names: '`Date.now`', at: 'Date.now' },
  performance: {
    body: 'return performance.now();',
    rule: 'global',
    names: '`performance.now`',
    at: 'performance.now',
  },
  Number: {
    body: 'return Number.MAX_VALUE;',
    rule: 'global',
    names: '`Number.MAX_VALUE`',
    at: 'Number.MAX_VALUE',
  },
  isNaN: { body: 'return isNaN(values[0]) ? 1 : 0;', rule: 'global', names: '`isNaN`', at: 'isNaN' },
  undefined: {
    body: 'return values[0] === undefined ? 1 : 0;',
    rule: 'global',
    names: '`undefined`',
    at: 'undefined',
  },
  NaN: { body: 'return NaN;', rule: 'global', names: '`NaN`', at: 'NaN' },
  'Math.hypot': {
    body: 'return Math.hypot(values[0], values[1]);',
    rule: 'unknown-math',
    names: '`Math.hypot`',
    at: 'Math.hypot(values[0], values[1])',
  },
  'a number that Math lacks': {
    body: 'return Math.TAU;',
    rule: 'unknown-math',
    names: '`Math.TAU`',
    at: 'Math.TAU',
  },
  'a function of Math that is not called': {
    body: 'return Math.sqrt;',
    rule: 'unknown-math',
    names: '`Math.sqrt`',
    at: 'Math.sqrt',
  },
  'Math.random': {
    body: 'return Math.random();',
    rule: 'random',
    names: '`Math.random()`',
    at: 'Math.random()',
  },
  'too few numbers for Math': {
    body: 'return Math.pow(2);',
    rule: 'missing-argument',
    names: '`Math.pow(2)`',
    at: 'Math.pow(2)',
  },
  'too few numbers for a helper': {
    body: 'return add(1);',
    rule: 'missing-argument',
    names: '`add`',
    at: 'add(1)',
    functions: { add: 'function add(a, b) { return a + b; }' },
  },
  'a const that changes': {
    body: 'const sum = 0; for (let i = 0; i < 3; i++) { sum += 1; } return sum;',
    rule: 'const-changed',
    names: '`sum`',
    at: 'sum += 1',
  },
  'a bound that is an argument': {
    body: 'let s = 0; for (let i = 0; i < n; i++) { s += 1; } return s;',
    rule: 'open-loop',
    names: '`n`',
    at: 'i < n',
    parameters: 'n',
  },
  'a bound through a local': {
    body: 'const last = n - 1; let s = 0; for (let i = 0; i < last; i++) { s += 1; } return s;',
    rule: 'open-loop',
    names: '`n`',
    at: 'i < last',
    parameters: 'n',
  },
  while: {
    body: 'let i = 0; while (i < 10) { i++; } return i;',
    rule: 'open-loop',
    names: '`while (i < 10)`',
    at: 'while (i < 10)',
  },
  'do while': {
    body: 'let i = 0; do { i++; } while (i < 10); return i;',
    rule: 'open-loop',
    names: '`do … while`',
    at: 'do { i++; } while (i < 10);',
  },
  'for without an end': {
    body: 'let s = 0; for (;;) { s += 1; } return s;',
    rule: 'endless-loop',
    names: 'never ends',
    at: 'for (;;)',
  },
  'a step the wrong way': {
    body: 'let s = 0; for (let i = 0; i < 10; i--) { s += 1; } return s;',
    rule: 'endless-loop',
    names: '`i--`',
    at: 'for (let i = 0; i < 10; i--)',
  },
  'an inner let': {
    body: 'let s = 1; if (values[0] > 1) { let s = 2; s += 1; } return s;',
    rule: 'name-twice',
    names: '`s`',
    at: 's',
  },
  'a loop variable that hides a local': {
    body: 'let i = 1; for (let i = 0; i < 3; i++) { } return i;',
    rule: 'name-twice',
    names: '`i`',
    at: 'i',
  },
  'a loop variable that hides a parameter': {
    body: 'let s = 0; for (let n = 0; n < 3; n++) { s += n; } return s + n;',
    rule: 'name-twice',
    names: '`n`',
    at: 'n',
    parameters: 'n',
  },
  'nested loops with one variable': {
    body: 'let s = 0; for (let i = 0; i < 3; i++) { for (let i = 0; i < 2; i++) { s += 1; } } return s;',
    rule: 'name-twice',
    names: '`i`',
    at: 'i',
  },
  'a parameter named as a constant': {
    body: 'return n * 2;',
    rule: 'name-of-constant',
    names: '`n`',
    at: 'n',
    parameters: 'n',
    constants: ['n'],
  },
  'writing into an argument': {
    body: 'values[this.thread.x] = 1; return 1;',
    rule: 'writes-argument',
    names: '`values`',
    at: 'values[this.thread.x] = 1',
  },
  'counting in an argument': {
    body: 'values[0]++; return 1;',
    rule: 'writes-argument',
    names: '`values`',
    at: 'values[0]++',
  },
  'writing into the output': {
    body: 'this.output.x = 3; return 1;',
    rule: 'writes-argument',
    names: '`this.output.x`',
    at: 'this.output.x = 3',
  },
  'writing into a local array': {
    body: 'const two = [1, 2]; two[0] = 3; return two[0];',
    rule: 'writes-array',
    names: '`two`',
    at: 'two[0] = 3',
  },
  'replacing a local array': {
    body: 'let two = [1, 2]; two = two; return two[0];',
    rule: 'writes-array',
    names: '`two`',
    at: 'two = two',
  },
  'one subscript and two': {
    body: 'return x[0][this.thread.x] + x[0];',
    rule: 'subscripts',
    names: '`x`',
    at: 'x[0]',
    parameters: 'x',
  },
  'three subscripts': {
    body: 'return x[0][1][2];',
    rule: 'subscripts',
    names: '`x[0][1][2]`',
    at: 'x[0][1][2]',
    parameters: 'x',
  },
  'an array as a number': {
    body: 'return values[0] + values;',
    rule: 'subscripts',
    names: '`values`',
    at: 'values',
  },
  'a row in a variable': {
    body: 'const row = x[this.thread.y]; return row[this.thread.x];',
    rule: 'array-in-variable',
    names: '`row = x[this.thread.y]`',
    at: 'x[this.thread.y]',
    parameters: 'x',
  },
  'an array in a variable': {
    body: 'const same = values; return same[0];',
    rule: 'array-in-variable',
    names: '`same = values`',
    at: 'values',
  },
  'an array for a helper': {
    body: 'return square(values) + values[0];',
    rule: 'array-to-helper',
    names: '`values`',
    at: 'values',
    functions: square,
  },
  'looking into a number': {
    body: 'const a = values[0] * 2; return a[0];',
    rule: 'subscript-of-number',
    names: '`a`',
    at: 'a[0]',
  },
  'an entry before the first': {
    body: 'return values[-1];',
    rule: 'outside-index',
    names: '`values[-1]`',
    at: 'values[-1]',
  },
  'a fraction as an index': { body: 'return values[0.5];', rule: 'fraction-index', names: '0.5', at: '0.5' },
  'an entry behind a local array': {
    body: 'const two = [1, 2]; return two[2];',
    rule: 'outside-index',
    names: '`two`',
    at: 'two[2]',
  },
  'a fraction within an index': {
    body: 'return values[Math.floor(this.thread.x / 1.3)];',
    rule: 'fraction-in-index',
    names: '`1.3`',
    at: '1.3',
  },
  'a constant with a fraction within an index': {
    body: 'return values[Math.floor(this.thread.x / this.constants.r)];',
    rule: 'fraction-in-index',
    names: '`this.constants.r`',
    at: 'this.constants.r',
    constants: ['r'],
    fractions: ['r'],
  },
  'a fraction beside a bit operator': {
    body: 'return (values[0] / 1.3) | 0;',
    rule: 'fraction-in-bits',
    names: '`1.3`',
    at: '1.3',
  },
  'a counter that gets a fraction': {
    body: 'let s = 0; s++; s = values[0] > 1 ? 0.5 : 2; return s;',
    rule: 'fraction-in-counter',
    names: '`s`',
    at: '0.5',
  },
  'a helper that gets whole numbers first': {
    body: 'return square(this.thread.x) + square(values[0]);',
    rule: 'helper-whole',
    names: '`square(values[0])`',
    at: 'square(values[0])',
    functions: square,
  },
  'a helper that gets a counter first': {
    body: 'let s = 0; for (let i = 0; i < 3; i++) { s += square(i) + square(values[i]); } return s;',
    rule: 'helper-whole',
    names: '`square(values[i])`',
    at: 'square(values[i])',
    functions: square,
  },
  'optional chaining': {
    body: 'return values?.[0];',
    rule: 'unsupported-syntax',
    names: '`?.`',
    at: 'values?.[0]',
  },
  'a template string': {
    body: 'const t = `a`; return 1;',
    rule: 'unsupported-syntax',
    names: 'template string',
    at: '`a`',
  },
  'an object': {
    body: 'const p = { a: 1 }; return p.a;',
    rule: 'unsupported-syntax',
    names: 'object',
    at: '{ a: 1 }',
  },
  'a long array': {
    body: 'const a = [1, 2, 3, 4, 5]; return a[0];',
    rule: 'array-literal',
    names: 'has 5',
    at: '[1, 2, 3, 4, 5]',
  },
  'an array of one': {
    body: 'const a = [1]; return a[0];',
    rule: 'array-literal',
    names: 'has 1',
    at: '[1]',
  },
  'an array of arrays': {
    body: 'const a = [[1, 2], [3, 4]]; return a[0];',
    rule: 'array-literal',
    names: 'table',
    at: '[[1, 2], [3, 4]]',
  },
  'an array without a name': {
    body: 'return [1, 2][this.thread.x];',
    rule: 'array-literal',
    names: '`[1, 2]`',
    at: '[1, 2]',
  },
  'an array as the result': {
    body: 'return [1, 2];',
    rule: 'array-result',
    names: 'one number',
    at: '[1, 2]',
  },
  spread: {
    body: 'return Math.max(...values);',
    rule: 'unsupported-syntax',
    names: '`...`',
    at: '...values',
  },
  try: {
    body: 'try { return 1; } catch (e) { return 2; } return 3;',
    rule: 'unsupported-syntax',
    names: '`try`',
    at: 'try { return 1; } catch (e) { return 2; }',
  },
  throw: {
    body: 'if (values[0] > 1) { throw 1; } return 1;',
    rule: 'unsupported-syntax',
    names: '`throw`',
    at: 'throw 1;',
  },
  new: {
    body: 'const a = new Float32Array(3); return 1;',
    rule: 'unsupported-syntax',
    names: '`new`',
    at: 'new Float32Array(3)',
  },
  typeof: {
    body: 'return typeof values;',
    rule: 'unsupported-syntax',
    names: '`typeof`',
    at: 'typeof values',
  },
  'a string': { body: 'const a = "m"; return 1;', rule: 'unsupported-syntax', names: 'string', at: '"m"' },
  BigInt: { body: 'return 10n;', rule: 'unsupported-syntax', names: 'BigInt', at: '10n' },
  null: { body: 'return null;', rule: 'unsupported-syntax', names: 'null', at: 'null' },
  '??': { body: 'return values[0] ?? 1;', rule: 'unsupported-syntax', names: '`??`', at: 'values[0] ?? 1' },
  '>>>': {
    body: 'return this.thread.x >>> 1;',
    rule: 'unsupported-syntax',
    names: '`>>>`',
    at: 'this.thread.x >>> 1',
  },
  'a label': {
    body: 'let s = 0; a: for (let i = 0; i < 3; i++) { s += 1; } return s;',
    rule: 'unsupported-syntax',
    names: 'label',
    at: 'a: for (let i = 0; i < 3; i++) { s += 1; }',
  },
  'a function inside': {
    body: 'function half(a) { return a / 2; } return half(values[0]);',
    rule: 'nested-function',
    names: '`half`',
    at: 'function half(a) { return a / 2; }',
  },
  'an arrow inside': {
    body: 'const half = (a) => a / 2; return 1;',
    rule: 'nested-function',
    names: '`half`',
    at: '(a) => a / 2',
  },
  'a default value': {
    body: returned,
    rule: 'parameter-pattern',
    names: '`a = 1`',
    at: 'a = 1',
    parameters: 'a = 1',
  },
  'a parameter taken apart': {
    body: returned,
    rule: 'parameter-pattern',
    names: '`{ a }`',
    at: '{ a }',
    parameters: '{ a }',
  },
  'a rest parameter': {
    body: returned,
    rule: 'parameter-pattern',
    names: '`...all`',
    at: '...all',
    parameters: '...all',
  },
  'thread.w': { body: 'return this.thread.w;', rule: 'unknown-this', names: '`w`', at: 'this.thread.w' },
  'an unknown constant': {
    body: 'return this.constants.foo;',
    rule: 'unknown-constant',
    names: '`foo`',
    at: 'this.constants.foo',
    constants: ['n'],
  },
  'an unknown constant taken apart': {
    body: 'const { foo } = this.constants; return foo;',
    rule: 'unknown-constant',
    names: '`foo`',
    at: 'foo',
  },
  'an unknown part of this': {
    body: 'return this.size;',
    rule: 'unknown-this',
    names: '`this.size`',
    at: 'this.size',
  },
  'this in a variable': {
    body: 'const self = this; return 1;',
    rule: 'unknown-this',
    names: '`this`',
    at: 'this',
  },
  'the thread in a variable': {
    body: 'const t = this.thread; return 1;',
    rule: 'unknown-this',
    names: '`this.thread`',
    at: 'this.thread',
  },
  'a number or another': {
    body: 'return values[0] / (values[1] || 1);',
    rule: 'logical-value',
    names: '`values[1] || 1`',
    at: 'values[1] || 1',
  },
  'a number and another': {
    body: 'const a = values[1] && values[0]; return a;',
    rule: 'logical-value',
    names: '`values[1] && values[0]`',
    at: 'values[1] && values[0]',
  },
  'true as a number': {
    body: 'return (values[0] > 1) + 1;',
    rule: 'truth-as-number',
    names: '`values[0] > 1`',
    at: '(values[0] > 1) + 1',
  },
  'true added up': {
    body: 'let s = 0; s += values[0] > 1; return s;',
    rule: 'truth-as-number',
    names: '`values[0] > 1`',
    at: 's += values[0] > 1',
  },
  'true as the result': {
    body: 'return values[0] > 1;',
    rule: 'truth-as-number',
    names: '`values[0] > 1`',
    at: 'values[0] > 1',
  },
  'a double comparison': {
    body: 'return 1 < values[0] < 3 ? 1 : 0;',
    rule: 'truth-as-number',
    names: '`1 < values[0] < 3`',
    at: '1 < values[0] < 3',
  },
  'assigning twice at once': {
    body: 'let a = 1; let b = 2; a = b = 3; return a + b;',
    rule: 'assignment-as-value',
    names: '`b = 3`',
    at: 'b = 3',
  },
  'a comma': {
    body: 'let a = (values[0], 2); return a;',
    rule: 'unsupported-syntax',
    names: 'comma',
    at: 'values[0], 2',
  },
  'a case that goes on': {
    body: 'let s = 0; switch (this.thread.x) { case 0: s += 1; case 1: s += 2; break; default: s = 3; } return s;',
    rule: 'switch-fallthrough',
    names: '`case 0`',
    at: 'case 0: s += 1;',
  },
  'a break inside a case': {
    body: 'let s = 0; switch (this.thread.x) { case 0: { s = 1; break; } default: s = 3; } return s;',
    rule: 'switch-break',
    names: 'break',
    at: 'break;',
  },
  'a default before other cases': {
    body: 'let s = 0; switch (this.thread.x) { default: s = 3; break; case 1: s = 1; break; } return s;',
    rule: 'switch-default',
    names: 'default',
    at: 'default: s = 3; break;',
  },
  'calling itself': {
    body: returned + ' return kernel(1);',
    rule: 'unlisted-helper',
    names: '`kernel`',
    at: 'kernel',
  },
  'coverage by counters': {
    body: 'cov_1x2y().s[0]++; return 1;',
    rule: 'instrumented',
    names: '`cov_1x2y`',
    at: 'cov_1x2y',
  },
};

function sourceOf({ body, parameters = 'values' }: Case): string {
  return `function (${parameters}) { ${body} }`;
}

function mistakesOf(given: Case): readonly KernelMistake[] {
  const { constants = [], functions = {}, fractions = [] } = given;
  return readKernel(sourceOf(given), { constants, functions, fractions }).mistakes;
}

describe('readKernel names', () => {
  it.each(Object.entries(cases))('%s', (_, given) => {
    const mistakes = mistakesOf(given);
    expect(mistakes.map((each) => each.rule)).toEqual([given.rule]);
    const [mistake] = mistakes;
    expect(mistake?.words).toContain(given.names);
    expect(sourceOf(given).slice(mistake?.start, mistake?.end)).toBe(given.at);
    expect(mistake?.words).toMatch(/^([A-Z`]|gpu\.js).*\.$/s);
    expect(mistake?.advice).toMatch(/^([A-Z`]|gpu\.js).*[.;]$/s);
  });

  it.each([
    ['an arrow function', '(values) => values[0]', 'arrow-function'],
    ['an arrow function with a body', '(values) => { return values[0]; }', 'arrow-function'],
    ['an async function', 'async function (values) { return values[0]; }', 'async-function'],
    ['a generator', 'function* (values) { return values[0]; }', 'generator-function'],
    ['a method', 'kernel(values) { return values[0]; }', 'method'],
    ['an async method', 'async kernel(values) { return values[0]; }', 'method'],
    ['a class', 'class Kernel { run() { return 1; } }', 'class'],
    ['a function without a source', 'function () { [native code] }', 'no-source'],
  ])('%s as a kernel', (_, source, rule) => {
    const { mistakes } = readKernel(source, { constants: [], functions: {} });
    expect(mistakes.map((each) => each.rule)).toEqual([rule]);
  });

  it('every mistake, in the order of the source', () => {
    const source =
      'function (values) { let s; for (const v of values) { s += v * scale; } return s / values.length; }';
    const { mistakes } = readKernel(source, { constants: [], functions: {} });
    expect(mistakes.map((each) => each.rule)).toEqual(['no-value', 'for-of', 'outer-variable', 'length']);
  });

  it('an outer variable once, however often it is used', () => {
    const { mistakes } = readKernel('function () { return a + a * a; }', { constants: [], functions: {} });
    expect(mistakes).toHaveLength(1);
  });

  it('the example of the design in its own words', () => {
    const { mistakes } = readKernel('function () { return offset; }', { constants: [], functions: {} });
    expect(mistakes[0]?.words).toBe(
      'A kernel cannot see `offset`, a variable of the code around it: it runs somewhere else.',
    );
    expect(mistakes[0]?.advice).toBe(
      'Hand it over as an argument, or as a constant: { constants: { offset } } and this.constants.offset.',
    );
  });
});

describe('readKernel reads helpers by the same rules', () => {
  it.each([
    ['an outer variable', 'function f(a) { return a * rate; }', 'outer-variable', '`rate`'],
    ['no return', 'function f(a) { const b = a; }', 'no-return', '`f`'],
    ['an array', 'function f(a) { return a[0]; }', 'array-to-helper', '`a`'],
    ['recursion', 'function f(a) { return f(a - 1); }', 'recursion', '`f`'],
    ['an arrow function', '(a) => a * 2', 'arrow-function', '`f`'],
    [
      'a whole number that takes a fraction',
      'function f(a) { a *= 0.5; return a; }',
      'helper-whole',
      '`a *= 0.5`',
    ],
    [
      'a whole number among fractions',
      'function f(a) { if (a > 2) { return 0.5; } return a; }',
      'helper-whole',
      '`0.5`',
    ],
  ])('%s', (_, helper, rule, names) => {
    const source = 'function () { return f(this.thread.x); }';
    const { mistakes } = readKernel(source, { constants: [], functions: { f: helper } });
    const rules = mistakes.map((each) => each.rule);
    expect(rules).toContain(rule);
    const mistake = mistakes.find((each) => each.rule === rule);
    expect(mistake?.helper).toBe('f');
    expect(mistake?.words).toContain(names);
  });

  it('a helper called kernel', () => {
    const functions = { kernel: 'function kernel(a) { return a; }' };
    const { mistakes } = readKernel('function () { return kernel(1); }', { constants: [], functions });
    expect(mistakes.map((each) => each.rule)).toEqual(['helper-name']);
  });
});

describe('readKernel takes out what a transpiler has added', () => {
  it('names of functions', () => {
    const source = 'function (v) { const f = 1; __name(f, "f"); return v[0]; }';
    const reading = readKernel(source, { constants: [], functions: {} });
    expect(reading.mistakes).toEqual([]);
    expect(reading.source).toBe('function (v) { const f = 1;  return v[0]; }');
    expect(reading.original).toBe(source);
  });

  it('import objects before listed helpers', () => {
    const source = 'function (v) { return (0, __vite_ssr_import_0__.half)(v[0]); }';
    const functions = { half: 'function half(a) { return a / 2; }' };
    expect(readKernel(source, { constants: [], functions }).source).toBe(
      'function (v) { return half(v[0]); }',
    );
  });

  it('separators in numbers, which gpu.js cannot read', () => {
    const reading = readKernel('function () { return 1_000_000; }', { constants: [], functions: {} });
    expect(reading.source).toBe('function () { return 1000000; }');
  });
});

describe('readKernel reads functions of this very program', () => {
  it('with a constant and a helper that are imported', () => {
    const kernel = function (this: { thread: { x: number } }, values: number[]): number {
      return values[this.thread.x]! * SCALE + half(values[0]!);
    };
    const alone = readKernel(kernel.toString(), { constants: [], functions: {} });
    expect(alone.mistakes.map((each) => each.rule)).toEqual(['outer-variable', 'unlisted-helper']);
    expect(alone.mistakes[0]?.words).toBe(
      'A kernel cannot see `SCALE`, which is imported from another module.',
    );
    const listed = readKernel(kernel.toString(), { constants: [], functions: { half: half.toString() } });
    expect(listed.mistakes.map((each) => each.rule)).toEqual(['outer-variable']);
  });
});

describe('readKernel tells the parameters', () => {
  it('with their subscripts', () => {
    const source = 'function (a, b, c, unused) { return a + b[0] + c[this.thread.y][this.thread.x]; }';
    expect(readKernel(source, { constants: [], functions: {} }).parameters).toEqual([
      { name: 'a', dimensions: 0 },
      { name: 'b', dimensions: 1 },
      { name: 'c', dimensions: 2 },
      { name: 'unused', dimensions: undefined },
    ]);
  });
});

describe('readKernel is quick', () => {
  it('takes less than a millisecond', () => {
    const source = `function (values, mean) {
      let sum = 0;
      for (let i = 0; i < this.constants.n; i++) { const d = values[i] - mean; sum += d * d; }
      if (sum > 0) { return Math.sqrt(sum / this.constants.n); }
      return values[this.thread.x] / 2;
    }`;
    const read = () => readKernel(source, { constants: ['n'], functions: {} });
    for (let i = 0; i < 300; i++) read();
    const times = Array.from({ length: 50 }, () => {
      const start = performance.now();
      read();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(1);
  });
});
