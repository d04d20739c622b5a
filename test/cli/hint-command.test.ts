import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findLesson, hintsOf, listLessons } from '#kit/course';
import { Sandbox } from './sandbox';

const course = new Sandbox();
beforeEach(() => course.startOver());
afterAll(() => course.dispose());

const lesson = findLesson(listLessons(), '03')!;
const words = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('npm run hint', () => {
  it('goes one step further each time, and stays at the last', () => {
    const [first, second, third] = hintsOf(lesson)[0]!.steps;
    for (const [index, hint] of [first, second, third, third].entries()) {
      const { code, out } = course.run('hint', ['3']);
      expect(code).toBe(0);
      expect(out).toContain(`Lesson 03, standardDeviation: hint ${Math.min(index, 2) + 1} of 3`);
      expect(words(out)).toContain(hint!);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it('answers what fails first, before what is only not written', () => {
    course.copy(lesson.solution, lesson.exercise);
    const text = readFileSync(join(course.path, lesson.solution), 'utf8');
    course.write(
      lesson.exercise,
      text.replace('/ divisor', '* divisor').replaceAll('../02', '../../solutions/02'),
    );
    expect(course.run('hint', ['03']).out).toContain('Lesson 03, scale: hint 1 of 3');
    expect(course.run('hint').out).toContain('Lesson 03, scale: hint 2 of 3');
  });

  it('shows all hints, of a lesson or of one exercise, without counting', () => {
    const all = words(course.run('hint', ['03', '--all']).out);
    for (const { task, steps } of hintsOf(lesson)) {
      expect(all).toContain(task);
      for (const step of steps) expect(all).toContain(step);
    }
    const [, scale] = hintsOf(lesson);
    const one = words(course.run('hint', ['03', 'scale', '--all']).out);
    expect(one).toContain(scale!.steps[2]);
    expect(one).not.toContain('standardDeviation:');
    expect(course.run('hint', ['03', 'scale']).out).toContain('hint 1 of 3');
  });

  it('is one object with --json', () => {
    const { out } = course.run('hint', ['03', '--json']);
    expect(JSON.parse(out)).toMatchObject({ lesson: lesson.name, task: 'standardDeviation', step: 1, of: 3 });
  });

  it('has nothing to say about a lesson that passes', () => {
    course.copy(lesson.solution, lesson.exercise);
    course.copy('solutions/02-mean-centering/exercise.ts', 'lessons/02-mean-centering/exercise.ts');
    const { code, out } = course.run('hint', ['03']);
    expect(code).toBe(0);
    expect(out).toContain('Lesson 03 passes');
  });

  it.each([[['44']], [['03', 'nothing']], [['03', 'scale', 'more']], [['--all']], [['--more']]])(
    'refuses %s in words',
    (args) => {
      const { code, err } = course.run('hint', args);
      expect(code).toBe(2);
      expect(err).not.toMatch(/^\s+at /m);
    },
  );
});
