import { expect, it } from 'vitest';
import { fingerprint, newSecret, seedFor } from '../../src/grading/private-seed';

it('a secret gives each lesson, and each text for it, a seed of its own, the same one every time', () => {
  const seeds = () =>
    ['01', '02', '03'].flatMap((lesson) =>
      [['one'], ['other'], ['one', 'other']].map((texts) => seedFor('secret', lesson, texts)),
    );
  expect(new Set(seeds()).size).toBe(9);
  expect(seeds()).toEqual(seeds());
  expect(seedFor('another', '01', ['one'])).not.toBe(seeds()[0]);
  for (const seed of seeds()) expect(seed | 0).toBe(seed);
});

it('a fingerprint tells secrets apart, and does not tell them', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(fingerprint(one)).not.toBe(fingerprint(other));
  expect(fingerprint(one)).not.toContain(one.slice(0, 6));
});
