import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sandbox } from './sandbox';
import { lessonNumbered } from '../course/temporary-course';

let old: Sandbox;
let course: Sandbox;
beforeEach(() => {
  [old, course] = [new Sandbox(), new Sandbox()];
});
afterEach(() => {
  for (const each of [old, course]) each.dispose();
});

const [first, second, third] = ['01', '02', '03'].map(lessonNumbered);
if (first === undefined || second === undefined || third === undefined)
  throw new Error('Lessons are missing.');

const textOf = ({ path }: Sandbox, file: string) => readFileSync(join(path, file), 'utf8');
const mean = 'export function mean(values: Float32Array): number { return values[0]; }\n';

interface Outcome {
  readonly lesson: string;
  readonly outcome: string;
  readonly lacks?: readonly string[];
  readonly kept?: string | null;
}
const bring = () => {
  const { code, out, err } = course.run('bring', [old.path, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as { lessons: Outcome[]; helpers: object[]; unknown: string[] };
};
const outcomes = () => bring().lessons.map(({ outcome }) => outcome);

describe('npm run bring', () => {
  it('copies what is begun there, and nothing that is blank in its own course', () => {
    // An older course, whose stub of the first lesson was another one.
    old.write(first.blank, 'export {};\n');
    old.write(first.exercise, 'export {};\n');
    old.copy(second.solution, second.exercise);
    course.copy(third.solution, third.exercise);
    expect(outcomes().slice(0, 4)).toEqual(['not begun', 'brought', 'not begun', 'not begun']);
    expect(textOf(course, second.exercise)).toBe(textOf(old, second.solution));
    expect(textOf(course, first.exercise)).toBe(textOf(course, first.blank));
    expect(textOf(course, third.exercise)).toBe(textOf(course, third.solution));
    expect(outcomes()[1]).toBe('same');
  });

  it('keeps what stood here, and says what the exercise lacks', () => {
    old.write(second.exercise, mean);
    course.write(second.exercise, '// mine\n');
    const { code, out, err } = course.run('bring', [old.path], { COLUMNS: '60' });
    expect([code, err]).toEqual([0, '']);
    const [kept] = /\.common-scale\/kept\/\S+/.exec(out) ?? [];
    expect(textOf(course, kept!)).toBe('// mine\n');
    expect(out).toContain('✓ 02  Mean centering        brought');
    expect(out).toMatch(/What they lack\n {2}Lesson 02: `center`\. To be copied from\n {2}\S+02\S+/);
    // The folder's name is as long as it is.
    const widths = out.split('\n').map((line) => line.replace(old.path, '../old').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });

  it('brings own files along, from beside an exercise and from between the lessons, to the byte', () => {
    mkdirSync(join(old.path, 'lessons/shared'));
    old.write('lessons/shared/sums.ts', 'export {};\r\n');
    old.write(`${second.folder}/helper.ts`, 'new\n');
    old.write(`${second.folder}/.DS_Store`, '');
    old.write(second.readme, 'older words');
    old.write(second.test, 'older tests');
    course.write(`${second.folder}/helper.ts`, 'here\n');
    expect(bring().helpers).toEqual([
      {
        file: `${second.folder}/helper.ts`,
        outcome: 'brought',
        kept: `.common-scale/kept/${second.name}-helper-1.ts`,
      },
      { file: 'lessons/shared/sums.ts', outcome: 'brought', kept: null },
    ]);
    expect(textOf(course, 'lessons/shared/sums.ts')).toBe('export {};\r\n');
    expect(textOf(course, `.common-scale/kept/${second.name}-helper-1.ts`)).toBe('here\n');
    expect(textOf(course, second.readme)).not.toBe('older words');
    expect(bring().helpers).toEqual([]);
  });

  it('leaves the other course as it is, with whatever this one has no place for', () => {
    old.write(second.exercise, mean);
    cpSync(join(old.path, second.folder), join(old.path, 'lessons/77-own-lesson'), { recursive: true });
    expect(bring().unknown).toEqual(['77-own-lesson']);
    expect(existsSync(join(course.path, 'lessons/77-own-lesson'))).toBe(false);
    expect(textOf(old, second.exercise)).toBe(mean);
    expect(existsSync(join(old.path, '.common-scale'))).toBe(false);
  });

  it('works with exercises alone, as they come from another machine', () => {
    rmSync(join(old.path, 'src'), { recursive: true });
    old.write(second.exercise, mean);
    expect(outcomes().slice(0, 3)).toEqual(['not begun', 'brought', 'not begun']);
  });

  it('goes on after one that cannot be brought, and ends with 1', () => {
    old.copy(second.solution, second.exercise);
    old.copy(third.solution, third.exercise);
    course.remove(second.exercise);
    old.write(`${second.folder}/helper.ts`, 'export {};\n');
    for (const file of [second.exercise, `${second.folder}/helper.ts`]) mkdirSync(join(course.path, file));
    const { code, out } = course.run('bring', [old.path]);
    expect(code).toBe(1);
    expect(out).toContain(`${second.exercise} is a folder`);
    expect(out).toContain(`${second.folder}/helper.ts is a folder`);
    expect(textOf(course, third.exercise)).toBe(textOf(course, third.solution));
  });
});

it('says in words what it cannot bring anything from', () => {
  const wrong: [words: string, args: readonly string[]][] = [
    ['Say from which folder', []],
    ['Say from which folder', ['one', 'two']],
    ['There is no folder nowhere', ['nowhere']],
    ['unpack it', ['package.json']],
    ['is no course', ['src']],
    ['is this course itself', ['.']],
  ];
  for (const [words, args] of wrong) {
    const { code, out, err } = course.run('bring', args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).not.toMatch(/^\s+at /m);
  }
});
