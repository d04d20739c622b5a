import { expect, it } from 'vitest';
import { fingerprint, newSecret, seedFor } from '../../src/grading/private-seed';

it('a secret gives each lesson a seed of its own, the same one every time', () => {
  const seeds = ['01', '02', '03'].map((lesson) => seedFor('secret', lesson));
  expect(new Set(seeds).size).toBe(3);
  expect(seeds).toEqual(['01', '02', '03'].map((lesson) => seedFor('secret', lesson)));
  expect(seedFor('another', '01')).not.toBe(seeds[0]);
  for (const seed of seeds) expect(seed | 0).toBe(seed);
});

it('a fingerprint tells secrets apart, and does not tell them', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(fingerprint(one)).not.toBe(fingerprint(other));
  expect(fingerprint(one)).not.toContain(one.slice(0, 6));
});
