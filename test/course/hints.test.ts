import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hintsOf, nextHint } from '#kit/course';
import { lessonNumbered, TemporaryCourse } from './temporary-course';

const lesson = lessonNumbered('03');
const [task] = hintsOf(lesson);
if (task === undefined) throw new Error('Hints are missing.');

let course: TemporaryCourse;
beforeEach(() => {
  course = new TemporaryCourse();
});
afterEach(() => course.dispose());

const next = () => nextHint(lesson, task, course.path);

describe('hints go on where they were', () => {
  it('to the last one, which comes over and over', () => {
    expect([next(), next(), next(), next()].map(({ step }) => step)).toEqual([0, 1, 2, 2]);
  });

  it.each([
    'null',
    '[]',
    '{',
    JSON.stringify({ [`${lesson.name} ${task.task}`]: 'two' }),
    JSON.stringify({ [`${lesson.name} ${task.task}`]: -4 }),
  ])('from the first one, where the notes say %s', (text) => {
    course.write('.common-scale/hints.json', text);
    expect([next(), next()]).toEqual([
      { step: 0, noted: true },
      { step: 1, noted: true },
    ]);
  });

  it('nowhere, where nothing can be noted', () => {
    course.write('.common-scale', 'a file in place of the folder');
    expect([next(), next()]).toEqual([
      { step: 0, noted: false },
      { step: 0, noted: false },
    ]);
  });
});
