import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listLessons, listMisconceptions } from '#kit/course';
import { withMistakes } from '../gates/judge';
import { costsOf, type Cost } from './handed-in-misconceptions';

/** One of each lesson, whichever; `npm run grade:mistakes` hands in all. */
const sample = listLessons('src/course/blank').flatMap((found) => {
  const lesson = withMistakes(found);
  const names = listMisconceptions(lesson);
  const hash = createHash('sha256').update(names.join()).digest().readUInt32LE();
  const name = names[hash % names.length];
  return name === undefined ? [] : [{ lesson, name }];
});

let costs: Cost[];
beforeAll(async () => {
  costs = await costsOf(sample);
}, 180_000);

describe('a misconception that is handed in', () => {
  it.each(sample)('loses points, and keeps the rest: $lesson.name $name', ({ name }) => {
    const cost = costs.find((each) => each.name === name)!;
    expect(cost.state).toBe('graded');
    expect(cost.score).toBeLessThan(cost.maxScore);
    expect(cost.lost).toEqual(cost.failing);
  });
});
