import { describe, expect, it } from 'vitest';
import { prepareThread, type PlainLaunch } from '../../../src/gpu/reading';
import { followAll, runOn, type KernelCase } from './run-kernel';

const origin = { x: 0, y: 0, z: 0 };

function follow(source: string, launch: Partial<PlainLaunch>, thread = origin, roundLimit?: number) {
  const run = prepareThread({ original: source }, { constants: [], functions: {} }, roundLimit);
  return run({ arguments: [], constants: {}, output: [5], ...launch }, thread);
}

describe('followThread counts reads', () => {
  it('of a column, once per value', () => {
    const source = 'function (v) { let s = 0; for (let i = 0; i < 4; i++) { s += v[i] * v[i]; } return s; }';
    expect(follow(source, { arguments: [[1, 2, 3, 4]] })).toMatchObject({ value: 30, reads: 8 });
  });

  it('of a table, once per cell', () => {
    const source = 'function (t) { return t[this.thread.y][this.thread.x]; }';
    const table = { rows: 2, columns: 3, data: [1, 2, 3, 4, 5, 6] };
    expect(follow(source, { arguments: [table], output: [3, 2] }, { x: 2, y: 1, z: 0 })).toMatchObject({
      value: 6,
      reads: 1,
    });
  });

  it('of constants that are arrays, but not of numbers', () => {
    const source = 'function (a) { return this.constants.w[1] + this.constants.n + a; }';
    expect(follow(source, { arguments: [4], constants: { w: [1, 2], n: 3 } })).toMatchObject({
      value: 9,
      reads: 1,
    });
  });

  it('only where the code goes', () => {
    const source = 'function (v) { return v[0] > 1 && v[1] > 1 ? v[2] : v[3]; }';
    expect(follow(source, { arguments: [[0, 2, 3, 4]] })).toMatchObject({ value: 4, reads: 2 });
  });

  it('and not on the branch that rounding might have taken', () => {
    const source = 'function (v) { const a = v[0] * 3; return a > 0.3 ? v[1] : v[2] + v[3]; }';
    expect(follow(source, { arguments: [[0.1, 2, 3, 4]] }).reads).toBe(2);
  });
});

describe('followThread notices reads outside', () => {
  it.each([
    [
      'behind the end',
      'v[this.thread.x + 1]',
      'In thread 5, `v[this.thread.x + 1]` reads entry 6 of `v`, which has 6 entries (0 to 5).',
    ],
    [
      'before the start',
      'v[this.thread.x - 6]',
      'In thread 5, `v[this.thread.x - 6]` reads entry -1 of `v`, which has 6 entries (0 to 5).',
    ],
    [
      'between two',
      'v[this.thread.x / 2]',
      'In thread 5, `v[this.thread.x / 2]` asks for entry 2.5 of `v`; entries are counted in whole numbers.',
    ],
    [
      'a row of a column',
      'v[0][this.thread.x]',
      'In thread 5, `v[0][this.thread.x]` looks for a row and a column, but `v` is a single column.',
    ],
    ['a number', 'n[0]', 'In thread 5, `n[0]` looks into `n`, but `n` is a number.'],
    ['a whole row', 't[0]', 'In thread 5, `t[0]` picks a whole row of the table `t`, not a number.'],
    ['a row too far', 't[2][0]', 'In thread 5, `t[2][0]` reads row 2 of `t`, which has 2 rows (0 to 1).'],
    [
      'a column too far',
      't[1][this.thread.x]',
      'In thread 5, `t[1][this.thread.x]` reads column 5 of `t`, which has 1 column (number 0).',
    ],
    [
      'a constant',
      'this.constants.w[9]',
      'In thread 5, `this.constants.w[9]` reads entry 9 of `this.constants.w`, which has 2 entries (0 to 1).',
    ],
  ])('%s', (_, read, words) => {
    const source = `function (v, t, n) { return ${read}; }`;
    const launch = {
      arguments: [[1, 2, 3, 4, 5, 6], { rows: 2, columns: 1, data: [1, 2] }, 3],
      constants: { w: [1, 2] },
      output: [6],
    };
    const { outside, roundingBound } = follow(source, launch, { x: 5, y: 0, z: 0 });
    expect(outside?.words).toBe(words);
    expect(outside?.rule).toBe('outside-read');
    expect(source.slice(outside?.start, outside?.end)).toBe(read);
    expect(roundingBound).toBe(Infinity);
  });

  it('the first of them, and names both directions', () => {
    const source = 'function (v) { return v[9] + v[8]; }';
    const { outside } = follow(source, { arguments: [[1]], output: [3, 2] }, { x: 1, y: 1, z: 0 });
    expect(outside?.words).toContain('In thread x = 1, y = 1, `v[9]` reads entry 9');
  });

  it('none in a kernel that stays inside', () => {
    expect(follow('function (v) { return v[0]; }', { arguments: [[1]] }).outside).toBeUndefined();
  });
});

describe('followThread ends', () => {
  it('an endless loop, and says so', () => {
    const trace = follow('function () { let s = 0; for (;;) { s += 1; } return s; }', {}, origin, 5000);
    expect(trace.unfinished).toBe('stopped after 5,000 rounds');
    expect(trace.roundingBound).toBe(Infinity);
  });

  it.each([
    '() => 1',
    'function (v) { return v.map((a) => a)[0]; }',
    'nonsense(',
    'function f(a) { return f(a); }',
  ])('at code beyond it: %s', (source) => {
    expect(follow(source, {}).unfinished).toEqual(expect.any(String));
  });

  it('quickly', () => {
    const source = `function (v, mean) {
      let s = 0;
      for (let i = 0; i < 4096; i++) { const d = v[i] - mean; s += d * d; }
      return Math.sqrt(s / 4096);
    }`;
    const run = prepareThread({ original: source }, { constants: [], functions: {} });
    const launch = {
      arguments: [Float32Array.from({ length: 4096 }, (_, i) => Math.sin(i)), 0.1],
      constants: {},
      output: [1],
    };
    for (let i = 0; i < 20; i++) run(launch, origin);
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      run(launch, origin);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(3);
  });
});

function boundsOf(kernel: KernelCase) {
  const cpu = runOn('cpu', kernel);
  const webasm = runOn('webasm', kernel);
  return followAll(kernel).map(({ roundingBound, value }, index) => ({
    roundingBound,
    value,
    apart: Math.abs((cpu[index] ?? NaN) - (webasm[index] ?? NaN)),
  }));
}

const long = Array.from({ length: 4096 }, (_, i) => 100 + Math.sin(i) * 3);
const loop = (body: string) => `let s = 0; for (let i = 0; i < 4096; i++) { ${body} }`;

describe('the rounding bound', () => {
  it.each<[string, KernelCase]>([
    ['sums that cancel', { source: 'function (a) { return a + 1 - a; }', arguments: [1e8 + 1] }],
    [
      'mean of squares less square of mean',
      {
        source: `function (v) { let q = 0; ${loop('s += v[i]; q += v[i] * v[i];')} const m = s / 4096; return q / 4096 - m * m; }`,
        arguments: [long],
      },
    ],
    ['a long sum', { source: `function (v) { ${loop('s += v[i];')} return s; }`, arguments: [long] }],
    [
      'a chain of functions',
      { source: 'function (a) { return Math.log(Math.exp(Math.sin(a) * 9)) ** 3; }', arguments: [1.234567] },
    ],
    [
      'a division by almost nothing',
      { source: 'function (a, b) { return 1 / (a - b); }', arguments: [1.0000001, 0.1 * 10.000003] },
    ],
    [
      'a sine of a large number',
      { source: 'function (a) { return Math.sin(a * 1000); }', arguments: [1234.567] },
    ],
    ['powers', { source: 'function (a) { return a ** 7.5 / (a ** 7.5 + 1); }', arguments: [9.87654321] }],
    [
      'whole numbers beyond 2²⁴',
      { source: 'function (a) { return 16777217 + this.thread.x + a; }', arguments: [0.5] },
    ],
    ['whole numbers that wrap around', { source: 'function () { return this.thread.x * 1000000 * 1000; }' }],
    [
      'a loop that rounding ends',
      { source: 'function () { let s = 0; for (let i = 0; i < 1; i += 0.1) { s += 1; } return s; }' },
    ],
    [
      'a step that rounding decides',
      { source: 'function (a) { return Math.floor(a * 3 * 10); }', arguments: [0.1] },
    ],
    ['a remainder near a step', { source: 'function (a) { return (a * 3) % 0.1; }', arguments: [0.1] }],
    ['values beyond float32', { source: 'function (a) { return (a * a) / a; }', arguments: [1e30] }],
    ['values below float32', { source: 'function (a) { return (a * a) * 1e30; }', arguments: [1e-25] }],
  ])('covers %s', (_, kernel) => {
    for (const { roundingBound, apart } of boundsOf(kernel)) {
      expect(apart !== apart || apart <= 2 * roundingBound + 1e-37 || roundingBound === Infinity).toBe(true);
    }
  });

  it.each<[string, KernelCase]>([
    [
      'a name used twice',
      {
        source: 'function (v) { let s = 1; for (let i = 0; i < 3; i++) { let s = 5; s += v[i]; } return s; }',
        arguments: [[1, 2, 3]],
      },
    ],
    [
      'a loop that stops early',
      {
        loopsAsTheyAre: true,
        source: 'function (v, n) { let s = 0; for (let i = 0; i < n; i++) { s += v[0]; } return s; }',
        arguments: [[1], 1000.5],
      },
    ],
    ['a number or another', { source: 'function (v) { return v[0] / (v[1] || 1); }', arguments: [[3, 2]] }],
  ])('is small where numbers are wrong for another reason: %s', (_, kernel) => {
    const [first] = boundsOf(kernel);
    const webasm = runOn('webasm', kernel)[0] ?? NaN;
    expect(Math.abs(webasm - (first?.value ?? NaN))).toBeGreaterThan(
      2 * (first?.roundingBound ?? Infinity) + 1e-37,
    );
  });

  it('is 0 where everything is exact', () => {
    const source =
      'function (v) { let s = 0; for (let i = 0; i < 100; i++) { s += i * 2 - v[i % 3]; } return s / 4; }';
    expect(follow(source, { arguments: [[1, 0.5, 3]] }).roundingBound).toBe(0);
  });

  it('stays close to a unit in the last place for simple kernels', () => {
    const { roundingBound, value } = follow('function (v) { return v[0] - 1.7; }', { arguments: [[3.1]] });
    expect(roundingBound).toBeLessThan(2 ** -20 * Math.abs(value));
  });

  it('is infinite where rounding may decide a branch', () => {
    const source = 'function (v) { if (v[0] * 3 > 0.3) { return 1; } return 2; }';
    expect(follow(source, { arguments: [[0.1]] }).roundingBound).toBe(Infinity);
  });

  it('is the distance between both sides of a choice that rounding may decide', () => {
    const source = 'function (v) { const a = v[0] * 3; return a > 0.3 ? 5 : 7; }';
    expect(follow(source, { arguments: [[0.1]] }).roundingBound).toBe(2);
  });
});

describe('followThread starts afresh', () => {
  it('for every thread and launch', () => {
    const source = 'function (n) { n += this.thread.x; return n; }';
    const run = prepareThread({ original: source }, { constants: [], functions: {} });
    const launch = { arguments: [3], constants: {}, output: [4] };
    expect(run(launch, { x: 1, y: 0, z: 0 }).value).toBe(4);
    expect(run(launch, { x: 2, y: 0, z: 0 }).value).toBe(5);
    expect(run({ ...launch, arguments: [10] }, origin).value).toBe(10);
  });
});
