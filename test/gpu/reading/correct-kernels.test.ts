import { describe, expect, it } from 'vitest';
import { correctKernels } from './correct-kernels';
import { disagreement, followAll, read, runOn, type KernelCase } from './run-kernel';

describe.each(Object.entries(correctKernels))('%s', (_, kernel) => {
  it('raises no alarm, and runs as followed on cpu and webasm', () => {
    expect(read(kernel).mistakes).toEqual([]);
    expect(disagreement(kernel)).toBeUndefined();
  });

  it('runs the same one row wide as three wide', () => {
    // webasm computes four threads at once where it can, and one at a time for the rest.
    if (kernel.output) return;
    expect(disagreement({ ...kernel, output: [3] })).toBeUndefined();
  });

  it('is followed with finite bounds', () => {
    for (const { roundingBound, value } of followAll(kernel)) {
      expect(roundingBound).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(value)));
    }
  });
});

const column = [3, 1, 4, 1, 5];

function loop(head: string, more: Partial<KernelCase> = {}, before = ''): KernelCase {
  const source = `function (values) { let s = 0; ${before} for (${head}) { s += 1; if (s >= 3000) { break; } } return s; }`;
  return { source, arguments: [column], constants: { N: 3000, M: 1500, H: 0.5, w: [3000, 2000] }, ...more };
}

const trusted: Readonly<Record<string, KernelCase>> = {
  'a literal': loop('let i = 0; i < 3000; i++'),
  'a constant': loop('let i = 0; i < this.constants.N; i++'),
  'a difference': loop('let i = 0; i < this.constants.N - 1; i++'),
  'a sum': loop('let i = 0; i + 1 < this.constants.N + this.constants.M; i++'),
  'a product of constants': loop('let i = 0; i < this.constants.N * this.constants.M; i++'),
  'a quotient of constants': loop('let i = 0; i < this.constants.N / this.constants.H; i++'),
  'a local from a constant': loop('let i = 0; i < n; i++', {}, 'const n = this.constants.N;'),
  'a local taken out of the constants': loop('let i = 0; i < N; i++', {}, 'const { N } = this.constants;'),
  'a local that changes': loop('let i = 0; i < n; i++', {}, 'let n = 2; n = values[0] * 1000;'),
  'a local rounded from anything': loop(
    'let i = 0; i < n; i++',
    {},
    'const n = Math.floor(values[0] * 1000);',
  ),
  'an array among the constants': loop('let i = 0; i < this.constants.w[0]; i++'),
  'the other way round': loop('let i = 0; 3000 > i; i++'),
  'not yet': loop('let i = 0; i !== 3000; i++'),
  'from a fraction': loop('let i = 0.5; i < 3000; i += this.constants.H'),
  backwards: loop('let i = 3000; i > 0; i--'),
  'a ternary': loop('let i = 0; i < (this.thread.x > 2 ? 3000 : 2000); i++'),
  'a bound, and a value': loop('let i = 0; i < 3000 && values[0] > 0; i++'),
  'a doubled constant': loop('let i = 0; i < this.constants.M * 2; i++'),
  'a local that is a doubled constant': loop('let i = 0; i < n; i++', {}, 'const n = this.constants.M * 2;'),
  'a doubled counter': loop('let i = 0; i * 2 < 6000; i++'),
  'a start that is not a literal': loop('let i = this.thread.x; i < 4000; i++'),
  'a start below 0': loop('let i = -5; i < 3000; i++'),
  'no declaration': loop('i = 0; i < 3000; i++', {}, 'let i = 5;'),
  'no start': loop('; i < 3000; i++', {}, 'let i = 0;'),
  'two variables': loop('let i = 0, j = 0; i < 3000; i++'),
  'two steps': loop('let i = 0; i < 3000; i++, j++', {}, 'let j = 0;'),
};

describe('a loop with a bound that is known', () => {
  it.each(Object.entries(trusted))('to %s runs more than 1,000 rounds everywhere', (_, kernel) => {
    expect(read(kernel).mistakes).toEqual([]);
    expect(Math.min(...runOn('cpu', kernel), ...runOn('webasm', kernel))).toBeGreaterThan(1000);
    expect(disagreement(kernel)).toBeUndefined();
  });
});

const untrusted: Readonly<Record<string, KernelCase>> = {
  'an argument': loop('let i = 0; i < values[0] * 1000; i++', { loopsAsTheyAre: true }),
  'no condition': loop('let i = 0; ; i++', { loopsAsTheyAre: true }),
};

describe('a loop with a bound that is not known', () => {
  it.each(Object.entries(untrusted))('because of %s is named, and stops at 1,000 somewhere', (_, kernel) => {
    expect(read(kernel).mistakes.map((each) => each.rule)).toEqual(['open-loop']);
    expect(Math.min(...runOn('cpu', kernel), ...runOn('webasm', kernel))).toBe(1000);
  });
});

describe('indexesByData', () => {
  it.each([
    ['p[q[this.thread.x]]', true],
    ['p[this.thread.x + n]', true],
    ['p[this.thread.x + 1] + q[0]', false],
  ])('tells whether the data decides what %s reads', (expression, byData) => {
    expect(read({ source: `function (p, q, n) { return ${expression}; }` }).indexesByData).toBe(byData);
  });

  it('follows variables', () => {
    const through = 'function (p, q) { let k = 0; k = q[0] * 2; return p[k]; }';
    expect(read({ source: through }).indexesByData).toBe(true);
  });
});
