import type { KernelCase } from './run-kernel';

const heights = [1.52, 1.61, 1.69, 1.74, 1.83];
const prices = [
  [3, 1.5, 2.25, 9, 0.1],
  [4, 2.5, 1.25, 7, 0.7],
];
const heightsOnly = { arguments: [heights] };

function on(body: string, more: Partial<KernelCase> = heightsOnly, parameters = 'values'): KernelCase {
  return { source: `function (${parameters}) {\n${body}\n}`, ...more };
}

/** Kernels that gpu.js runs rightly on every backend, by what is special about them. */
export const correctKernels: Readonly<Record<string, KernelCase>> = {
  'a function expression': on('return values[this.thread.x] * 2;'),
  'a function declaration': {
    source: 'function double(values) { return values[this.thread.x] * 2; }',
    ...heightsOnly,
  },
  'two dimensions': on(
    'return a[this.thread.y] - b[this.thread.x];',
    { arguments: [heights, heights], output: [5, 5] },
    'a, b',
  ),
  'a table': on('return x[this.thread.y][this.thread.x];', { arguments: [prices], output: [5, 2] }, 'x'),
  'a number': on('return values[this.thread.x] - mean;', { arguments: [heights, 1.68] }, 'values, mean'),
  'a power': on('return values[this.thread.x] ** 2 + (-values[0]) ** 3;'),
  'a compound power': on('let s = values[this.thread.x]; s **= 2; s %= 1.5; s /= 3; return s;'),
  'a ternary': on('return values[this.thread.x] > 1.7 ? 1 : 0;'),
  'a ternary of mixed kinds': on('return this.thread.x > 2 ? this.thread.x : this.thread.x > 1 ? 0.5 : 2;'),
  'if and else': on('if (values[this.thread.x] > 1.7) { return 1; } else { return -1; }'),
  'a chain of else if': on(
    'const v = values[this.thread.x]; if (v < 1.6) { return 1; } else if (v < 1.75) { return 2; } else { return 3; }',
  ),
  'a branch that returns, then a last return': on('if (values[this.thread.x] > 1.7) { return 1; } return 0;'),
  'a return inside a loop': on(
    'for (let i = 0; i < 5; i++) { if (values[i] > 1.7) { return i; } } return -1;',
  ),
  'a switch': on('switch (this.thread.x) { case 0: return 5; case 1: case 2: return 7; default: return 9; }'),
  'a switch with break': on(
    'let s = 0; switch (this.thread.x % 3) { case 0: s = 1; break; case 2: s = 3; break; default: s = 9; } return s;',
  ),
  'a switch in a loop': on(
    'let s = 0; for (let i = 0; i < 5; i++) { switch (i) { case 1: continue; case 2: s += 10; break; default: s += 1; } s += 100; } return s;',
  ),
  'taking thread apart': on('const { x } = this.thread; return values[x];'),
  'taking thread apart under another name': on('const { x: column } = this.thread; return values[column];'),
  'taking this apart': on('const { thread: { x } } = this; return values[x];'),
  'taking constants apart': on(
    'const { n } = this.constants; let s = 0; for (let i = 0; i < n; i++) { s += values[i]; } return s;',
    {
      arguments: [heights],
      constants: { n: 5 },
    },
  ),
  'taking output apart': on('const { x } = this.output; return x;'),
  'a loop to a literal': on('let s = 0; for (let i = 0; i < 5; i++) { s += values[i]; } return s;'),
  'a loop to a constant': on(
    'let s = 0; for (let i = 0; i < this.constants.n; i++) { s += values[i]; } return s / this.constants.n;',
    {
      arguments: [heights],
      constants: { n: 5 },
    },
  ),
  'a loop to the output': on(
    'let s = 0; for (let i = 0; i < this.output.x; i++) { s += values[i]; } return s;',
  ),
  'a loop to the thread': on(
    'let s = 0; for (let i = 0; i <= this.thread.x; i++) { s += values[i]; } return s;',
  ),
  'a loop backwards': on('let s = 0; for (let i = 4; i >= 0; i--) { s = s * 0.5 + values[i]; } return s;'),
  'a loop in steps': on('let s = 0; for (let i = 0; i < 5; i += 2) { s += values[i]; } return s;'),
  'a loop in fractions': on('let s = 0; for (let i = 0.5; i < 3; i += 0.25) { s += i; } return s;'),
  'a loop with break and continue': on(
    'let s = 0; for (let i = 0; i < 5; i++) { if (values[i] < 1.6) continue; if (values[i] > 1.8) break; s += values[i]; } return s;',
  ),
  'a loop with two conditions': on(
    'let s = 0; for (let i = 0; i < 5 && s < 4; i++) { s += values[i]; } return s;',
  ),
  'nested loops': on(
    'let s = 0; for (let i = 0; i < 2; i++) { for (let j = 0; j < 5; j++) { s += x[i][j] * (i + 1); } } return s;',
    { arguments: [prices] },
    'x',
  ),
  'sibling loops': on(
    'let s = 0; for (let i = 0; i < 5; i++) { s += values[i]; } for (let i = 0; i < 5; i++) { s *= 1.5 - values[i] * 0.5; } return s;',
  ),
  'sibling loops of other kinds': on(
    'let s = 0; for (let i = 0; i < 5; i++) { s += values[i]; } for (let i = 0.5; i < 3; i += 0.5) { s += i; } for (let i = 0; i < 5; i++) { s += values[i]; } return s;',
  ),
  'sibling blocks': on(
    'let s = 0; if (this.thread.x > 2) { const k = values[0]; s += k; } else { const k = values[1] > 1; s += k ? 2 : 3; } { const k = [1.5, 2]; s += k[1]; } return s;',
  ),
  'a name used before, in a block that has ended': on(
    'let s = 0; { const k = 2; s += k; } const k = 3; return s + k;',
  ),
  'changing a parameter': on(
    'for (let i = 0; i < 3; i++) { start += 1.5; } return start + values[this.thread.x];',
    { arguments: [heights, 2] },
    'values, start',
  ),
  'local arrays': on(
    'const two = [1, 2.5]; const four = [values[0], 2, 3, this.thread.x]; return two[1] + four[this.thread.x % 4];',
  ),
  'a copy of a local array': on(
    'const two = [1, 2.5]; const same = two; const [a, b] = same; return a + b + same[0];',
  ),
  'taking an argument apart': on('const [first, second] = values; return first - second;'),
  'increments as values': on('let i = 0; const a = values[i++]; const b = values[++i]; return a + b + i--;'),
  'several declarations': on('let a = 1, b = values[this.thread.x]; const c = a + b; return c;'),
  'old declarations': on(
    'var s = 0; for (var i = 0; i < 3; i++) { s += values[i]; } for (var i = 0; i < 3; i++) { s += i; } return s;',
  ),
  comments: on('/* the mean */ const m = 1.7; // not exact\nreturn values[this.thread.x] - m; // done'),
  'separators in numbers': on('let s = 0; for (let i = 0; i < 1_000; i++) { s += 0.5; } return s + 1_0;'),
  'other ways to write numbers': on('return 0x10 + 1e3 + 0b11 + .5 + 5.;'),
  'constants that are arrays': on(
    'return this.constants.w[this.thread.x] + this.constants.t[1][this.thread.x] + this.constants.f;',
    {
      arguments: [heights],
      constants: { w: heights, t: prices, f: 0.1 },
    },
  ),
  helpers: on('return square(values[this.thread.x]) + twice(0.25);', {
    arguments: [heights],
    functions: {
      square: 'function square(a) { return a * a; }',
      twice: 'function twice(a) { return square(a) * 2; }',
    },
  }),
  'helpers that answer true or false': on(
    'const tall = isTall(values[this.thread.x]) && values[0] > 1; return tall ? 1 : 0;',
    {
      arguments: [heights],
      functions: { isTall: 'function isTall(h) { return h > 1.7; }' },
    },
  ),
  'helpers that read this': on('return shifted(values[this.thread.x]);', {
    arguments: [heights],
    constants: { shift: 3 },
    functions: { shifted: 'function shifted(a) { return a + this.constants.shift * this.thread.x; }' },
  }),
  'a helper that gets whole numbers from a const': on(
    'const column = this.thread.x; return square(column) + square(values[column]);',
    {
      arguments: [heights],
      functions: { square: 'function square(a) { return a * a; }' },
    },
  ),
  'a helper with a loop': on('return steps(values[this.thread.x]);', {
    arguments: [heights],
    functions: {
      steps: 'function steps(a) { let s = 0; for (let i = 0; i < 4; i++) { s += a / (i + 1); } return s; }',
    },
  }),
  'conditions in a variable': on(
    'const tall = values[this.thread.x] > 1.7; const odd = this.thread.x % 2 === 1; if (tall && !odd) { return 2; } return tall || odd ? 1 : 0;',
  ),
  'a flag': on(
    'let found = false; for (let i = 0; i < 5; i++) { if (values[i] > 1.8) { found = true; } } if (found) { return 1; } return 0;',
  ),
  'NaN told apart': on('const v = values[this.thread.x]; return v !== v ? 0 : v;', {
    arguments: [[1, NaN, 3, NaN, 5]],
  }),
  'the largest': on(
    'let best = -Infinity; for (let i = 0; i < 5; i++) { best = Math.max(best, values[i]); } return best;',
  ),
  'the least': on(
    'let best = Infinity; for (let i = 0; i < 5; i++) { if (values[i] < best) { best = values[i]; } } return best;',
  ),
  'rounding in an index': on(
    'return values[Math.floor(this.thread.x / 2)] + values[Math.max(this.thread.x - 1, 0)] + values[4 - this.thread.x] + values[(this.thread.x + 2) % 5];',
  ),
  'scaling in an index': on(
    'return values[Math.floor(this.thread.x * 0.5)] + values[Math.floor(0.9 * this.thread.x)];',
  ),
  'bit operators': on(
    'return (this.thread.x & 1) + (this.thread.x << 2) + (this.thread.x >> 1) + (this.thread.x | 4) + (this.thread.x ^ 3) + ~this.thread.x;',
  ),
  remainders: on('return (this.thread.x - 2.5) % 2 + (this.thread.x - 3) % 2 + this.thread.x % 3;'),
  'division of whole numbers': on('return this.thread.x / 2 + 1 / 3;'),
  'double equals': on('return this.thread.x == 2 ? 1 : this.thread.x != 3 ? 2 : 3;'),
  'statements in short': on(
    'let s = 0; values[0] > 1 && (s = 2); values[1] > 9 ? (s += 1) : (s += 3); s += 1, s *= 2; return s;',
  ),
  'numbers as conditions': on('return values[this.thread.x] - 1.7 ? 1 : !this.thread.x ? 2 : 3;'),
  Math: on(
    'const v = values[this.thread.x]; return Math.abs(v) + Math.sqrt(v) + Math.exp(v) + Math.log(v) + Math.sin(v) * Math.cos(v) + Math.tanh(v) + Math.pow(v, 1.5) + Math.atan2(v, 2) + Math.min(v, 1.6, 3) + Math.sign(v) + Math.cbrt(v) + Math.log1p(v) + Math.expm1(v) + Math.hypotenuse;'.replace(
      ' + Math.hypotenuse',
      ' + Math.PI',
    ),
  ),
  'more of Math': on(
    'const v = values[this.thread.x] / 2; return Math.acos(v) + Math.asin(v) + Math.atan(v) + Math.atanh(v) + Math.asinh(v) + Math.acosh(v + 1) + Math.sinh(v) + Math.cosh(v) + Math.tan(v) + Math.log2(v) + Math.log10(v) + Math.round(v * 10) + Math.trunc(v * 9) + Math.ceil(v * 8) + Math.fround(v);',
  ),
  'a helper imported through vite': {
    source: 'function (values) { return (0, __vite_ssr_import_0__.square)(values[this.thread.x]); }',
    arguments: [heights],
    functions: { square: 'function square(a) { return a * a; }' },
  },
};
