import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { locate, readKernel } from '../../../src/gpu/reading';

const file = `import { gpu } from '#kit/gpu';
import { K, square } from './somewhere';

// a kernel made elsewhere
function scaleKernel(this: Thread, values: readonly number[], factor: number): number {
  const first = values[0]!; // the first
  return values[this.thread.x]! * (factor as number) - K + first;
}

export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  const kernel = gpu.createKernel(
    function (values: number[], mean: number) {
      /* values.length is not here */
      let sum: number = 0;
      for (let i: number = 0; i < (values as number[]).length; i++) {
        sum += values[i]! - mean;
      }
      const twice = square(sum satisfies number);
      return sum + offset * twice + 'x' + values.length;
    },
    { output: [values.length] },
  );
  const other = gpu.createKernel(scaleKernel, { output: [3] });
  return kernel(values, mean);
}

export const again = gpu.createKernel(function (values: number[], mean: number) { return values[this.thread.x]! - mean * rate; }, { output: [4] });
`;

// What the running program has instead of the file.
const compiled = `function(values, mean) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] - mean;
  }
  const twice = (0, __vite_ssr_import_1__.square)(sum);
  return sum + offset * twice + "x" + values.length;
}`;

const named = `function scaleKernel(values, factor) {
  const first = values[0];
  return values[this.thread.x] * factor - __vite_ssr_import_1__.K + first;
}`;

const oneLine = 'function(values, mean) { return values[this.thread.x] - mean * rate; }';

function partOf(source: string, text: string, occurrence = 0) {
  let start = -1;
  for (let k = 0; k <= occurrence; k++) start = source.indexOf(text, start + 1);
  return { start, end: start + text.length };
}

describe('locate', () => {
  it.each([
    ['a part of a condition', compiled, 'values.length', 0, 11, 15],
    ['its second occurrence', compiled, 'values.length', 1, 11, 19],
    ['an imported helper', compiled, '__vite_ssr_import_1__.square', 0, 11, 18],
    ['a name', compiled, 'offset', 0, 11, 19],
    ['an entry with a mark of TypeScript', compiled, 'values[i]', 0, 11, 16],
    ['a function declared elsewhere', named, '__vite_ssr_import_1__.K', 0, 23, 7],
    ['its first line', named, 'values[0]', 0, 23, 6],
    ['a kernel on the line of the call', oneLine, 'rate', 0, 27, 27],
  ])('finds %s', (_, source, text, occurrence, callLine, line) => {
    const found = locate(file, callLine, source, partOf(source, text, occurrence));
    expect(found.line).toBe(line);
    expect(found.text).toBe(file.split('\n')[line - 1]?.trim());
  });

  it('falls back to the line of the call', () => {
    expect(locate(file, 23, 'function (q) { return zeta + q; }', { start: 22, end: 26 }).line).toBe(23);
    expect(locate('', 1, compiled, { start: 0, end: 3 })).toEqual({ line: 1, text: '' });
    expect(locate(file, 999, '', { start: 0, end: 0 }).text).toBe('');
    expect(locate('one line', 1, compiled, { start: -5, end: 1e9 })).toEqual({ line: 1, text: 'one line' });
  });

  it('takes the nearest of several equal kernels', () => {
    const twin = 'a(function (v: number[]) { return v.length; });\n';
    const source = 'function(v) { return v.length; }';
    for (const line of [1, 2, 3]) {
      expect(locate(twin.repeat(3), line, source, partOf(source, 'v.length')).line).toBe(line);
    }
  });

  it('finds every mistake of a file that TypeScript compiled', () => {
    const code = ts.transpile(file, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
    const start = code.indexOf('function (values, mean)');
    const source = code.slice(start, code.indexOf('},', start) + 1);
    const { mistakes } = readKernel(source, { constants: [], functions: {} });
    const found = mistakes.map((each) => locate(file, 11, source, each));
    expect(found.map((each) => each.line)).toEqual([15, 18, 19, 19, 19]);
    expect(found[0]?.text).toContain('.length');
  });
});
