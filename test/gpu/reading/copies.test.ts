import { describe, expect, test } from 'vitest';
import { readKernel } from '../../../src/gpu/reading';

const surroundings = {
  constants: ['n', 'weights'],
  functions: {
    pick: 'function pick(value) { return value; }',
    square: 'function square(value) { return value * value; }',
  },
};
const copies = (body: string) => {
  const { copies: only, mistakes } = readKernel(`function (v, t, s) { ${body} }`, surroundings);
  expect(mistakes).toEqual([]);
  return only;
};

describe('a kernel that only hands on what it was given copies', () => {
  test.each([
    'return v[this.thread.x];',
    'return t[this.thread.y][this.output.x - 1 - this.thread.x];',
    'const place = this.thread.x * 2 + 1; return v[place];',
    'const { x } = this.thread; const { n } = this.constants; if (x < n) return v[x]; return s;',
    'return this.thread.x < s ? v[this.thread.x] : s;',
    'let last = 0; for (let i = 0; i < this.constants.n; i++) last = v[i]; return last;',
    'const three = [v[0], v[1], s]; return three[this.thread.x];',
    'return pick(v[this.thread.x]);',
    'return this.constants.weights[this.thread.x];',
    'let a = s; let b = v[0]; a = b; b = a; return a;',
    'return 0;',
  ])('%s', (body) => expect(copies(body)).toBe(true));
});

describe('one that computes does not', () => {
  test.each([
    'return 2 * v[this.thread.x];',
    'return -v[this.thread.x];',
    'return v[this.thread.x] - s;',
    'let sum = 0; for (let i = 0; i < this.constants.n; i++) sum += v[i]; return sum;',
    'let product = 1; for (let i = 0; i < this.constants.n; i++) product = product * v[i]; return product;',
    'return Math.sqrt(v[this.thread.x]);',
    'return v[this.thread.x] > 0 ? v[this.thread.x] : 0;',
    'let best = v[0]; for (let i = 0; i < this.constants.n; i++) if (v[i] > best) best = v[i]; return best;',
    'const first = v[0]; if (first > s) return s; return first;',
    'return square(v[this.thread.x]);',
    'return pick(v[this.thread.x] * s);',
    'const two = [v[0] * 2, s]; return two[this.thread.x];',
  ])('%s', (body) => expect(copies(body)).toBe(false));
});
