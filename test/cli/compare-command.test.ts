import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLesson, listLessons } from '#kit/course';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeEach(() => {
  course = new Sandbox();
});
afterEach(() => course.dispose());

const lesson = findLesson(listLessons(), '02')!;

/** Right, and not as the solution does it; center is not written. */
const half = `
import { todo } from '#kit/todo';
export function mean(values: Float32Array): number {
  if (values.length === 0) throw new RangeError('There are 0 values.');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  return todo('center');
}`;

const whole = () => {
  const text = readFileSync(join(course.path, lesson.solution), 'utf8');
  return (
    half.replace(/export async function center[^]*/, '') + text.replace(/export function mean[^]*?^}/m, '')
  );
};

describe('npm run compare', () => {
  it('keeps the solution closed before the lesson is done, and says what is missing', () => {
    course.write(lesson.exercise, half);
    const { code, out } = course.run('compare', ['2']);
    expect(code).toBe(1);
    expect(out).toContain('Lesson 02 is not done');
    expect(out).toMatch(/not written +center/);
    expect(out).toContain('write `center`');
    expect(out).not.toContain('createKernel');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('sets what was written beside the solution, runs both, and tells the reasons', () => {
    course.write(lesson.exercise, whole());
    const { code, out, err } = course.run('compare', ['02', '--json']);
    expect([code, err]).toEqual([0, '']);
    const { status, trouble, exercises } = JSON.parse(out) as {
      status: string;
      trouble: unknown;
      exercises: { exercise: string; code: string; decisions: object[]; calls: object[] }[];
    };
    expect({ status, trouble }).toEqual({ status: 'done', trouble: null });
    expect(exercises.map(({ exercise, code: kind }) => [exercise, kind])).toEqual([
      ['mean', 'different'],
      ['center', 'same'],
    ]);
    const [mean, center] = exercises;
    expect(mean?.decisions).toContainEqual(
      expect.objectContaining({ otherwise: true, text: expect.stringContaining('in float64') as string }),
    );
    for (const { calls } of [mean!, center!]) {
      expect(calls).toEqual([expect.objectContaining({ differing: 0, notWritten: false })]);
      expect(calls).not.toContainEqual(expect.objectContaining({ time: null }));
    }
  });

  it('shows it before with --peek, and comes to an end where a loop has none', () => {
    course.write(lesson.exercise, half.replace('return values.reduce', 'for (;;);\n  return values.reduce'));
    const { code, out } = course.run('compare', ['02', '--peek'], {
      COMMON_SCALE_SECONDS: '3',
      COLUMNS: '120',
    });
    expect(code).toBe(0);
    expect(out).toContain('`mean` ran for 3 s and did not come to an end.');
    expect(out).toMatch(/- {3}for \(;;\);/);
    expect(out).toContain('The mean arrives as an argument');
    expect(out.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it('has nothing to compare with an adopted lesson, nor in a course without solutions', () => {
    course.run('adopt', ['02']);
    const adopted = course.run('compare', ['02']);
    expect(adopted.code).toBe(0);
    expect(adopted.out).toContain('is the solution');
    course.remove(lesson.solution);
    const without = course.run('compare', ['02']);
    expect(without.code).toBe(1);
    expect(without.out).toContain('without the solution of lesson 02');
  });

  it.each([[[]], [['--force', '1']]])('refuses %s in words', (args) => {
    const { code, err } = course.run('compare', args);
    expect(code).toBe(2);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
