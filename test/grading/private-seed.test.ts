import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepSecret, keptSecret } from '../../src/grading/kept-secret';
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

it('a secret is kept for the next run, to the letter and for nobody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'));
  try {
    expect(keptSecret(folder)).toBeUndefined();
    const file = join(folder, 'private-seed.txt');
    writeFileSync(file, 'an older one\n', { mode: 0o644 });
    expect(keptSecret(folder)).toBe('an older one');
    for (const secret of ['with a space ', ' two\nlines', 'with a space ']) {
      keepSecret(folder, secret);
      expect(keptSecret(folder)).toBe(secret);
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('a fingerprint tells secrets apart, and does not tell them', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(fingerprint(one)).not.toBe(fingerprint(other));
  expect(fingerprint(one)).not.toContain(one.slice(0, 6));
  // Whoever tries secrets out may not try many.
  const begun = performance.now();
  for (let count = 0; count < 5; count++) fingerprint(`${count}`);
  expect((performance.now() - begun) / 5).toBeGreaterThan(10);
});
