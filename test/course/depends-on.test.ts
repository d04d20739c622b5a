import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dependsOn, lessonsTouchedBy, listLessons, root } from '#kit/course';
import { lessonNumbered, TemporaryCourse } from './temporary-course';

let course: TemporaryCourse;
beforeEach(() => {
  course = new TemporaryCourse();
});
afterEach(() => course.dispose());

const [first, second, third] = ['01', '02', '03'].map(lessonNumbered);
if (first === undefined || second === undefined || third === undefined)
  throw new Error('Lessons are missing.');

const touched = (file: string) =>
  lessonsTouchedBy(file, [first, second, third], course.path).map(({ number }) => number);

describe('the files that a lesson depends on', () => {
  it('are its tests and its exercise, also where both are missing', () => {
    expect(dependsOn(second, course.path)).toEqual([second.test, second.exercise].toSorted());
  });

  it('are earlier exercises, and helpers of helpers, round in a circle', () => {
    course.write(third.exercise, `import { mean } from '../02-mean-centering/exercise';`);
    course.write(second.exercise, `export * from './helper.js'; const later = () => import("../shared");`);
    course.write(`${second.folder}/helper.ts`, `import '../03-std-scaling/exercise.ts';`);
    course.write('lessons/shared/index.ts', 'export {};');
    expect(dependsOn(third, course.path)).toEqual([
      second.exercise,
      `${second.folder}/helper.ts`,
      third.test,
      third.exercise,
      'lessons/shared/index.ts',
    ]);
  });

  it('are all that an import could mean, where there is none of them', () => {
    course.write(second.exercise, `import { half } from './half';`);
    expect(dependsOn(second, course.path)).toContain(`${second.folder}/half.ts`);
    expect(dependsOn(second, course.path)).toContain(`${second.folder}/half/index.ts`);
  });

  it('are, in the course itself, those of the lessons that it builds on', () => {
    for (const { blank, exercise } of listLessons()) {
      course.write(exercise, readFileSync(join(root, blank), 'utf8'));
    }
    const names = dependsOn(lessonNumbered('12'), course.path).map((file) => file.split('/')[1]?.slice(0, 2));
    expect(new Set(names)).toEqual(new Set(['04', '06', '07', '11', '12']));
  });
});

describe('the lessons that a file touches', () => {
  beforeEach(() => {
    course.write(third.exercise, `import { mean } from '../02-mean-centering/exercise';`);
    course.write(second.exercise, `import { half } from './half';`);
  });

  it('are its own, and those that build on it', () => {
    expect(touched(third.exercise)).toEqual(['03']);
    expect(touched(second.exercise)).toEqual(['02', '03']);
    expect(touched(second.test)).toEqual(['02']);
  });

  it('are the same however the path is written', () => {
    expect(touched(join(course.path, second.exercise))).toEqual(['02', '03']);
    expect(touched(`./lessons/../${second.exercise}`)).toEqual(['02', '03']);
  });

  it('are known before a helper comes, and after it has gone', () => {
    expect(touched(`${second.folder}/half.ts`)).toEqual(['02', '03']);
    course.write(`${second.folder}/half.ts`, 'export {};');
    expect(touched(`${second.folder}/half.ts`)).toEqual(['02', '03']);
    expect(touched(`${second.folder}/half.mjs`)).toEqual([]);
  });

  it('are none for a README, and for what lies elsewhere', () => {
    expect(touched(second.readme)).toEqual([]);
    expect(touched('/etc/hosts')).toEqual([]);
    expect(lessonsTouchedBy('lessons', listLessons())).toEqual([]);
  });
});
