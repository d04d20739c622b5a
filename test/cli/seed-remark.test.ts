import { expect, it } from 'vitest';
import { newSecret } from '#kit/grading';
import { seedRemark } from '../../src/cli/seed-remark';

it('a seed that somebody could guess is said to be one, and an empty one is refused', () => {
  expect(seedRemark(newSecret())).toBeUndefined();
  expect(seedRemark('twelve signs')).toBeUndefined();
  expect(seedRemark('2026')).toContain('fewer than 12 characters');
  expect(() => seedRemark(' ')).toThrow('this one is empty');
});
