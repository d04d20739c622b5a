import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exercisesOf, listLessons, root } from '#kit/course';
import { compareCode } from '#kit/course/source';

// `npm run compare` tells a learner why the solution is as it is. What it tells stands in the solution.

describe.each(listLessons().map((lesson) => [lesson.name, lesson] as const))('%s', async (_, lesson) => {
  const solution = readFileSync(join(root, lesson.solution), 'utf8');
  const compared = await compareCode({ yours: '', solution }, exercisesOf(lesson), 80);

  it.each(compared.map((each) => [each.exercise, each] as const))(
    '%s gives its reasons',
    (name, { decisions }) => {
      const [own = ''] = new RegExp(`^export (?:async )?function ${name}\\(.*?^}`, 'ms').exec(solution) ?? [];
      expect(own).toMatch(/^\s+\/\/ \S/m);
      for (const { text } of decisions) {
        expect(text).toMatch(/\.$/);
        expect(text.split(' ').length).toBeGreaterThanOrEqual(5);
      }
    },
  );
});
