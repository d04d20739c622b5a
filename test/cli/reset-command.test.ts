import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sandbox } from './sandbox';
import { lessonNumbered } from '../course/temporary-course';

let course: Sandbox;
beforeEach(() => {
  course = new Sandbox();
});
afterEach(() => course.dispose());

const lesson = lessonNumbered('03');
const mine = 'export const mine = 1;\n';
const textOf = (file: string) => readFileSync(join(course.path, file), 'utf8');
const keptIn = (out: string) => /\.common-scale\/kept\/\S+/.exec(out)?.[0];
const reset = () => course.run('reset', ['3']);

/** A copy of the course has no .git in any of these tests: nothing here needs it. */
describe('npm run reset', () => {
  it('puts the stub back, and keeps what was there, each time under a name of its own', () => {
    course.write(lesson.exercise, mine);
    const first = reset();
    expect(first.code).toBe(0);
    expect(first.out).toContain(`${lesson.exercise} is blank again.`);
    expect(textOf(lesson.exercise)).toBe(textOf(lesson.blank));
    course.write(lesson.exercise, `${mine}// more\n`);
    const second = reset();
    expect(textOf(keptIn(first.out)!)).toBe(mine);
    expect(textOf(keptIn(second.out)!)).toBe(`${mine}// more\n`);
    course.write(lesson.exercise, mine);
    expect(keptIn(reset().out)).toBe(keptIn(first.out));
  });

  it('says that a blank one is blank already', () => {
    expect(reset().out).toBe(`${lesson.exercise} is blank already.\n`);
  });

  it('brings a deleted one back, also where its whole folder is gone', () => {
    course.remove(lesson.exercise);
    expect(reset().out).toBe(`${lesson.exercise} was missing. It is there again, and blank.\n`);
    rmSync(join(course.path, lesson.folder), { recursive: true });
    expect(reset().out).toContain(`git restore ${lesson.folder}`);
    expect(textOf(lesson.exercise)).toBe(textOf(lesson.blank));
  });

  it('says that it was adopted, and keeps only what was changed since', () => {
    course.run('adopt', ['3']);
    const untouched = reset();
    expect(untouched.out).toContain('It was adopted: nothing of your own was in it.');
    expect(keptIn(untouched.out)).toBeUndefined();
    course.run('adopt', ['3']);
    course.write(lesson.exercise, `${textOf(lesson.exercise)}// mine\n`);
    const changed = reset();
    expect(changed.out).toContain('It was adopted, and changed since.');
    expect(textOf(keptIn(changed.out)!)).toContain('// mine');
  });

  it('is one object with --json', () => {
    course.write(lesson.exercise, mine);
    const { out } = course.run('reset', ['03', '--json']);
    expect(JSON.parse(out)).toEqual({
      lesson: lesson.name,
      exercise: lesson.exercise,
      changed: true,
      was: 'written',
      kept: `.common-scale/kept/${lesson.name}-1.ts`,
    });
  });
});

describe('npm run reset, where it cannot', () => {
  const refused = (code: number, args: readonly string[] = ['3']) => {
    const ended = course.run('reset', args);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).not.toMatch(/^\s+at /m);
    return ended.err;
  };

  it('says that a folder stands in place of the exercise', () => {
    course.remove(lesson.exercise);
    mkdirSync(join(course.path, lesson.exercise));
    expect(refused(1)).toContain(`${lesson.exercise} is a folder`);
  });

  it('leaves everything as it is when nothing can be kept', () => {
    course.write(lesson.exercise, mine);
    course.run('reset', ['4']);
    // A file in place of the folder stops everyone, the administrator too.
    course.write('.common-scale/kept', '');
    expect(refused(1)).toContain('.common-scale/kept');
    expect(textOf(lesson.exercise)).toBe(mine);
  });

  it('refuses a wrong call in words', () => {
    for (const args of [[], ['44'], ['1', '2'], ['--force', '1']]) refused(2, args);
  });
});
