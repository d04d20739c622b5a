import { afterAll, describe, expect, it } from 'vitest';
import { findLesson, listLessons } from '#kit/course';
import { Sandbox } from './sandbox';

// What a learner reads when a test fails, to the letter: in test/cli/pages/, at 80 columns and without colour.
// `npx vitest run --project kit test/cli/failure-pages -u` writes them anew. Then read each one aloud.

const course = new Sandbox();
afterAll(() => course.dispose());

const gpu = `import { gpu } from '#kit/gpu';\n`;

/** Files as learners write them: each replaces an exercise, and fails in its own way. */
const failures: Record<string, { lesson: string; text: string }> = {
  'sum instead of mean': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('0 values have no mean.');
  let total = 0;
  for (const value of values) total += value;
  return total;
}
export async function center(values: Float32Array, mean: number) { return values; }`,
  },
  'sample deviation': {
    lesson: '03',
    text: `
export function standardDeviation(values: Float32Array): number {
  const n = values.length;
  if (n === 0) throw new RangeError('0 values do not deviate.');
  const middle = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (n - 1));
}
export * from '#solutions/03-std-scaling/exercise';`,
  },
  'a mistake that nobody knows': {
    lesson: '03',
    text: `
export function standardDeviation(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('0 values do not deviate.');
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  for (const value of values) squares += (value - sum / values.length) ** 2;
  return Math.cbrt(squares / values.length);
}
export * from '#solutions/03-std-scaling/exercise';`,
  },
  'rows and columns swapped': {
    lesson: '01',
    text: `${gpu}
export { double, rowSums } from '#solutions/01-hello-kernel/exercise';
export async function differences(a: Float32Array, b: Float32Array) {
  if (a.length * b.length === 0) throw new RangeError(\`\${a.length} and \${b.length}\`);
  const cells = gpu.createKernel(
    function (a: number[], b: number[]) {
      return b[this.thread.x] - a[this.thread.y];
    },
    { output: [b.length, a.length] },
  );
  return cells(a, b);
}`,
  },
  'a variable from outside of the kernel': {
    lesson: '01',
    text: `${gpu}
export { differences, rowSums } from '#solutions/01-hello-kernel/exercise';
const factor = 2;
export async function double(values: Float32Array) {
  if (values.length === 0) throw new RangeError('0 values.');
  const twice = gpu.createKernel(
    function (values: number[]) {
      return factor * values[this.thread.x];
    },
    { output: [values.length] },
  );
  return twice(values);
}`,
  },
  'nothing comes back': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
}
export async function center(values: Float32Array, mean: number) {}`,
  },
  'a forgotten await': {
    lesson: '03',
    text: `${gpu}
import { center, mean } from '#solutions/02-mean-centering/exercise';
import { standardDeviation } from '#solutions/03-std-scaling/exercise';
export { standardDeviation };
export async function scale(values: Float32Array, standardDeviation: number) {
  if (values.length === 0) throw new RangeError('scale needs values, and got 0.');
  const divide = gpu.createKernel(
    function (values: number[], by: number) {
      return values[this.thread.x] / by;
    },
    { output: [values.length] },
  );
  return divide(values, standardDeviation === 0 ? 1 : standardDeviation);
}
export async function standardize(values: Float32Array) {
  const centered = center(values, mean(values));
  return scale(centered as never, standardDeviation(values));
}`,
  },
  'no kernel': {
    lesson: '02',
    text: `
export { mean } from '#solutions/02-mean-centering/exercise';
export async function center(values: Float32Array, mean: number) {
  if (values.length === 0) throw new RangeError('center needs values, and got 0.');
  const centered = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) centered[i] = values[i] - mean;
  return centered;
}`,
  },
  'the input overwritten': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('mean needs values, and got 0.');
  const sorted = values.sort();
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}
export { center } from '#solutions/02-mean-centering/exercise';`,
  },
  'empty input accepted': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
export { center } from '#solutions/02-mean-centering/exercise';`,
  },
  'not a number': {
    lesson: '03',
    text: `${gpu}
export { standardDeviation, standardize } from '#solutions/03-std-scaling/exercise';
export async function scale(values: Float32Array, standardDeviation: number) {
  if (values.length === 0) throw new RangeError('scale needs values, and got 0.');
  const kernel = gpu.createKernel(
    function (values: number[], deviation: number) {
      return values[this.thread.x] / deviation;
    },
    { output: [values.length] },
  );
  return kernel(values, standardDeviation);
}`,
  },
  'not quite zero': {
    lesson: '03',
    text: `
export function standardDeviation(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('0 values do not deviate.');
  const share = 1 / values.length;
  const middle = values.reduce((sum, value) => sum + share * value, 0);
  return Math.sqrt(values.reduce((sum, value) => sum + share * (value - middle) ** 2, 0));
}
export * from '#solutions/03-std-scaling/exercise';`,
  },
  'a slip': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  const total = value.reduce((sum, value) => sum + value, 0);
  return total / values.length;
}
export { center } from '#solutions/02-mean-centering/exercise';`,
  },
  'a half-written line': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0 / ;
}`,
  },
  'a string thrown': {
    lesson: '02',
    text: `
export function mean(values: Float32Array): number {
  throw 'not yet';
}
export { center } from '#solutions/02-mean-centering/exercise';`,
  },
  'a factor forgotten': {
    lesson: '07',
    text: `
export { residuals, descend } from '#solutions/07-gradient-step/exercise';
import { gradient as twice } from '#solutions/07-gradient-step/exercise';
import type { Matrix } from '#kit/data';
export async function gradient(x: Matrix, residuals: Float32Array) {
  const { weights, bias } = await twice(x, residuals);
  return { weights: weights.map((slope) => slope / 2), bias: bias / 2 };
}`,
  },
  'properties that are too few': {
    lesson: '05',
    text: `
import fc from 'fast-check';
const column = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 6 });
export function properties() {
  return {
    'the mean is 0': (standardize: (values: Float32Array) => Promise<Float32Array>) =>
      fc.asyncProperty(column, async (values) => {
        const z = await standardize(Float32Array.from(values));
        return Math.abs(z.reduce((sum, entry) => sum + entry, 0)) < 0.001;
      }),
  };
}`,
  },
};

describe('the page of a failing test', () => {
  it.each(Object.entries(failures))('%s', async (name, { lesson: number, text }) => {
    const lesson = findLesson(listLessons(), number)!;
    course.write(lesson.exercise, text.trimStart());
    const { code, out, err } = course.test([number, '--seed', '7'], { COLUMNS: '80' });
    course.copy(lesson.blank, lesson.exercise);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).not.toMatch(/node_modules|^\s+at /m);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    await expect(out).toMatchFileSnapshot(`pages/${name.replaceAll(' ', '-')}.txt`);
  });
});
