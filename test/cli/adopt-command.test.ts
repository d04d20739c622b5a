import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listLessons } from '#kit/course';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeEach(() => {
  course = new Sandbox();
});
afterEach(() => course.dispose());

const [first, second] = listLessons();
if (first === undefined || second === undefined) throw new Error('Lessons are missing.');

const textOf = (file: string) => readFileSync(join(course.path, file), 'utf8');

describe('npm run adopt', () => {
  it('puts the solution there, and the page calls it adopted, not done', () => {
    expect(course.run('adopt', ['1']).code).toBe(0);
    expect(textOf(first.exercise)).toContain(textOf(first.solution));
    const { code, out } = course.test();
    expect(code).toBe(0);
    expect(out).toMatch(/✓ 01 .* adopted$/m);
    expect(out).toContain('Next: lesson 02');
  });

  it('keeps what was there, each time under a name of its own', () => {
    course.write(second.exercise, 'export const mine = 1;\n');
    const { out } = course.run('adopt', ['02']);
    const [kept] = /\.common-scale\/kept\/\S+/.exec(out) ?? [];
    expect(textOf(kept!)).toBe('export const mine = 1;\n');
    course.write(second.exercise, 'export const mine = 2;\n');
    expect(course.run('adopt', ['02']).out).toContain('-2.ts');
    expect(textOf(kept!)).toBe('export const mine = 1;\n');
  });

  it('has nothing to keep of a blank stub, nor of what is adopted already', () => {
    expect(course.run('adopt', ['1']).out).not.toContain('kept');
    expect(course.run('adopt', ['1']).out).toContain('already');
  });

  it.each([[[]], [['44']], [['1', '2']], [['--force', '1']]])('refuses %s in words', (args) => {
    const { code, err } = course.run('adopt', args);
    expect(code).toBe(2);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
