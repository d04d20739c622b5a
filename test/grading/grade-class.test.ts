import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import { type Classroom, type GradingResult } from '#kit/grading';
import { graded, lessonsNamed, openClass, withExercise } from './class';

const lessons = lessonsNamed('02', '03');
const [centering, scaling] = lessons.map(({ name }) => name) as [string, string];
const solution = (name: string) => readFileSync(join(root, 'solutions', name, 'exercise.ts'), 'utf8');
const blank = (name: string) => readFileSync(join(root, 'src/course/blank', name, 'exercise.ts'), 'utf8');

const wrongCenter = solution(centering).replace('- mean', '+ mean');
const throwing = `${solution(centering)}\nthrow new Error('not today');`;
const lines = `// one\n// two\n${solution(centering).replace('- mean', '- mean + nothing')}`;

// Right itself, and what it does to its process would make the next lesson wrong: centering needs no root.
const spoiling = `${solution(centering)}\nMath.sqrt = () => 7;`;
const ending = `${solution(centering)}\nexport const later = setTimeout(() => { for (;;); }, 1);`;
// Not the text of the solution, which has been graded before.
const ownScaling = (student: number) => `${solution(scaling)}\nexport const student = ${student};`;

let classroom: Classroom;
let results: ReadonlyMap<string, GradingResult>;

beforeAll(async () => {
  classroom = await openClass({ lessons: lessons.map(({ name }) => name) });
  results = await graded(classroom, submissions);
}, 120_000);

const submissions = [
  withExercise('right', lessons, {}),
  withExercise('blank', lessons, { [centering]: blank(centering), [scaling]: blank(scaling) }),
  withExercise('wrong center', lessons, { [centering]: wrongCenter }),
  withExercise('throwing', lessons, { [centering]: throwing }),
  withExercise('a name that is not there', lessons, { [centering]: lines }),
  withExercise('spoiling', lessons, { [centering]: spoiling, [scaling]: ownScaling(1) }),
  withExercise('ending', lessons, { [centering]: ending, [scaling]: ownScaling(2) }),
  { name: 'one lesson', exercises: { [scaling]: { text: solution(scaling) } } },
  { name: 'none', trouble: 'It holds no exercise.', exercises: {} },
];

afterAll(() => classroom?.close());

const scores = (name: string) => results.get(name)?.lessons.map(({ score, status }) => [status, score]);
const firstFailure = (name: string) =>
  results
    .get(name)
    ?.lessons.flatMap(({ tasks }) => tasks)
    .flatMap(({ tests }) => tests)
    .find(({ failure }) => failure !== undefined)?.failure;

describe('grading', () => {
  it('gives solutions all points, and stubs none', () => {
    expect(scores('right')).toEqual([
      ['graded', 4],
      ['graded', 6],
    ]);
    expect(scores('blank')).toEqual([
      ['not started', 0],
      ['not started', 0],
    ]);
  });

  it('takes the points of one task for one mistake, although a later lesson builds on it', () => {
    expect(scores('wrong center')).toEqual([
      ['graded', 2],
      ['graded', 6],
    ]);
    expect(firstFailure('wrong center')?.diagnosis).toBeDefined();
  });

  it('lets no lesson spoil the next, although they share a process', () => {
    expect(scores('spoiling')).toEqual(scores('right'));
    expect(scores('ending')?.[1]).toEqual(['graded', 6]);
  });

  it('says why a file does not load, and grades the rest', () => {
    expect(results.get('throwing')?.lessons[0]).toMatchObject({
      status: 'refused',
      score: 0,
      trouble: 'Your code threw Error: not today',
    });
    expect(scores('throwing')?.[1]).toEqual(['graded', 6]);
  });

  it('names the line that the student wrote', () => {
    const line = lines.split('\n').findIndex((each) => each.includes('nothing')) + 1;
    expect(firstFailure('a name that is not there')).toMatchObject({
      kind: 'kernel',
      place: { file: `lessons/${centering}/exercise.ts`, line },
    });
  });

  it('tells a lesson that was not handed in from one that is wrong', () => {
    expect(scores('one lesson')).toEqual([
      ['missing', 0],
      ['graded', 6],
    ]);
  });

  it('calls what could not be graded at all an error, and no zero without words', () => {
    expect(results.get('none')).toMatchObject({
      status: 'error',
      score: 0,
      maxScore: 10,
      trouble: 'It holds no exercise.',
    });
  });

  it('tells nobody of a seed', () => {
    const text = JSON.stringify([...results.values()]);
    expect(text).not.toContain('nobody knows');
    expect(text).not.toMatch(/"seed"|"path"|"again"/);
  });

  it('comes to the same for any number of jobs, and in any order', async () => {
    // Which test its timer strikes is a matter of chance.
    const certain = submissions.filter(({ name }) => name !== 'ending');
    const again = await graded(classroom, certain.toReversed(), 1);
    expect(again.size).toBe(certain.length);
    for (const [name, result] of again) expect(result).toEqual(results.get(name));
  }, 60_000);
});
