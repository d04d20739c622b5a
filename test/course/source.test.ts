import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exercisesOf, findLesson, listLessons, root } from '#kit/course';
import { compareCode } from '#kit/course/source';

const lesson = findLesson(listLessons(), '03')!;
const exercises = exercisesOf(lesson);
const solution = readFileSync(join(root, lesson.solution), 'utf8');

/** The comparison of the first exercise, with some text in its place. */
async function compared(yours: string, right = solution, names = exercises) {
  const [first] = await compareCode({ yours, solution: right }, names, 80);
  return first!;
}

const own = (body: string) => `export function standardDeviation(values: Float32Array): number {${body}}`;

describe('code is the same', () => {
  it.each(listLessons().map((each) => [each.name, each] as const))('as itself: %s', async (_, each) => {
    const text = readFileSync(join(root, each.solution), 'utf8');
    const all = await compareCode({ yours: text, solution: text }, exercisesOf(each), 60);
    expect(all.map(({ code }) => code)).toEqual(exercisesOf(each).map(() => 'same'));
  });

  it('whatever its layout, its comments, its names, its braces and its types', async () => {
    const yours = own(`
      const m: number = mean(values) // the mean
      let sum: number = 0; /* of squares */
      for (const v of values) { sum += (v - m) ** 2 }
      return Math.sqrt((sum / values.length))`);
    expect(await compared(`import { mean } from '../02-mean-centering/exercise';\n${yours}`)).toEqual({
      exercise: 'standardDeviation',
      code: 'same',
      rows: [],
      decisions: [
        expect.objectContaining({ otherwise: false }),
        expect.objectContaining({ otherwise: false }),
      ],
    });
  });

  it('with a parameter that is called as an exercise is', async () => {
    const one = 'export function f(g: number) { return g; }\nexport function g() {}';
    const other = 'export function f(x: number) { return x; }\nexport function g() {}';
    expect((await compared(one, other, ['f', 'g'])).code).toBe('same');
    const own = one.replace('return g', 'return g + g');
    expect((await compared(own, other, ['f', 'g'])).code).toBe('different');
  });

  it('whatever it says when it refuses', async () => {
    const text = (words: string) =>
      `export function f(n: number) { if (n === 0) throw new RangeError(${words}); }`;
    const all = await compareCode({ yours: text('`got ${n}`'), solution: text("'0' + n") }, ['f'], 80);
    expect(all[0]?.code).toBe('same');
  });

  it('when names are those of properties as well', async () => {
    const one = 'export function f({ a }: P) { const b = a; return { b }; }';
    const other = 'export function f({ a: x }: P) { const y = x; return { b: y }; }';
    expect((await compared(one, other, ['f'])).code).toBe('same');
  });

  it('wherever its constants and helpers stand, whatever they are called', async () => {
    const one =
      'const SIZE = 2;\nexport const f = (x: number) => twice(x) + SIZE;\nconst twice = (y: number) => 2 * y;';
    const other = 'const N = 2;\nexport const f = (v: number) => g(v) + N;\nconst g = (v: number) => 2 * v;';
    expect((await compared(one, other, ['f'])).code).toBe('same');
  });
});

describe('code differs', () => {
  it('when two names have changed places', async () => {
    const one = 'export function f(a: number, b: number) { return a - b; }';
    const other = 'export function f(a: number, b: number) { return b - a; }';
    const { code, rows } = await compared(one, other, ['f']);
    expect(code).toBe('different');
    expect(rows.filter(({ same }) => !same)).toHaveLength(1);
  });

  it('when a constant is another one', async () => {
    const text = (size: number) => `const SIZE = ${size};\nexport function f() { return SIZE; }`;
    const { rows } = await compared(text(2), text(4), ['f']);
    expect(rows.filter(({ same }) => !same)).toEqual([
      { yours: 'const SIZE = 2;', same: false },
      { solution: 'const SIZE = 4;', same: false },
    ]);
  });

  it('in its own lines only, and says what the solution has decided there', async () => {
    const yours = own(`
      const middle = mean(values);
      let total = 0;
      for (const value of values) total += (value - middle) ** 2;
      return Math.sqrt(total / (values.length - 1));`);
    const { rows, decisions } = await compared(yours);
    expect(rows.filter(({ same }) => !same)).toEqual([
      { yours: '  return Math.sqrt(total / (values.length - 1));', same: false },
      { solution: '  return Math.sqrt(squares / values.length);', same: false },
    ]);
    expect(decisions.map(({ otherwise }) => otherwise)).toEqual([false, true]);
    expect(decisions[1]).toMatchObject({
      code: 'return Math.sqrt(squares / values.length);',
      text: 'Divided by n: these values are all there are, not a sample of more.',
    });
  });

  it('when the braces decide to which if an else belongs', async () => {
    const one = 'export function f(a: boolean, b: boolean) { if (a) { if (b) g(); } else h(); }';
    const other = 'export function f(a: boolean, b: boolean) { if (a) { if (b) g(); else h(); } }';
    expect((await compared(one, other, ['f'])).code).toBe('different');
  });
});

describe('there is nothing to compare', () => {
  it.each([
    ['of another name', 'export function deviation() {}'],
    ['that is not exported', own('return 1;').replace('export ', '')],
    ['that comes from another file', "export * from './helper';"],
    ['that cannot be read', own('return ( ;')],
  ])('with a function %s', async (_, yours) => {
    const { code, rows, decisions } = await compared(yours);
    expect(code).toBe('absent');
    expect(rows.every((row) => row.yours === undefined)).toBe(true);
    expect(decisions.every(({ otherwise }) => otherwise)).toBe(true);
  });

  it('but with one that is exported under another name', async () => {
    const { code } = await compared('function f() { return 1; }\nexport { f as standardDeviation };');
    expect(code).toBe('different');
  });
});
