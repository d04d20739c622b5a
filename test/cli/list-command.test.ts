import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLessons } from '#kit/course';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeAll(() => {
  course = new Sandbox();
});
afterAll(() => course.dispose());

const [first, second] = listLessons();
if (first === undefined || second === undefined) throw new Error('Lessons are missing.');

const notes = () => join(course.path, '.common-scale/progress.json');

describe('npm run list', () => {
  it('takes what is remembered, and runs what has changed since', () => {
    course.copy(first.solution, first.exercise);
    expect(course.test(['1', '2']).code).toBe(0);
    // So that it can be told whether the first one runs.
    const told = JSON.parse(readFileSync(notes(), 'utf8')) as { lessons: Record<string, { total: number }> };
    told.lessons[first.name]!.total = 77;
    course.write('.common-scale/progress.json', JSON.stringify(told));
    course.copy(second.solution, second.exercise);
    const { code, out, err } = course.run('list', ['--json']);
    expect([code, err]).toEqual([0, '']);
    const list = JSON.parse(out) as { lessons: object[] };
    expect(list).toMatchObject({ done: 2, adopted: 0, of: listLessons().length, current: '03-std-scaling' });
    expect(list.lessons[0]).toMatchObject({ number: '01', status: 'done', total: 77, failing: 0 });
    expect(list.lessons[1]).toMatchObject({ number: '02', status: 'done', passed: 16, total: 16 });
  });

  it('is the same page when the memory has been deleted, or cannot be written', () => {
    const before = course.run('list').out;
    rmSync(notes());
    mkdirSync(join(notes(), 'in the way'), { recursive: true });
    expect(course.run('list')).toEqual({ code: 0, out: before, err: '' });
    rmSync(notes(), { recursive: true });
  });

  it('shows the lessons that are searched for', () => {
    const { code, out } = course.run('list', ['mean', 'centering'], { COLUMNS: '60' });
    expect(code).toBe(0);
    expect(out).toContain('  ✓ 02  Mean centering  done\n');
    expect(out).not.toContain('01');
  });

  it.each([[['nothing', 'like', 'this']], [['--more']]])('refuses %s in words', (args) => {
    const { code, out, err } = course.run('list', args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
