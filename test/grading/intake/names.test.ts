import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/grading/intake';
import { distinctNames, safeName } from '../../../src/grading/intake/names';
import { exercise, Inbox, lessons, mean } from './handed-in';

let inbox: Inbox;
beforeEach(() => {
  inbox = new Inbox();
});
afterEach(() => inbox.dispose());

describe('a name', () => {
  it.each([
    ['ada', 'ada'],
    ['Ada Lovelace', 'Ada-Lovelace'],
    ['Zoë Müller', 'Zoë-Müller'],
    ['李明', '李明'],
    ['=cmd|calc', 'cmd-calc'],
    ['<script>', 'script'],
    ['..', 'unnamed'],
    ['-rf', 'rf'],
    ['a\u001b[31m\nb', 'a-31m-b'],
    ['con', '_con'],
    ['nul.txt', '_nul.txt'],
    ['grades.csv', '_grades.csv'],
    ['Private-Seed.txt', '_Private-Seed.txt'],
    ['private-seed.txt.1', '_private-seed.txt.1'],
    ['trailing.', 'trailing'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('%j becomes %j', (given, safe) => {
    expect(safeName(given)).toBe(safe);
  });

  it('is safe, whatever was given, and stays as it is when it is safe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const safe = safeName(given);
        expect(safe).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u);
        expect(Buffer.byteLength(safe)).toBeLessThan(250);
        expect(safeName(safe)).toBe(safe);
      }),
    );
  });

  it('is given once, on a disk without capitals too', () => {
    expect(distinctNames(['ada', 'Ada', 'ada', 'ada-2', 'bob'])).toEqual([
      'ada',
      'Ada-3',
      'ada-4',
      'ada-2',
      'bob',
    ]);
  });

  it('that two submissions have is told apart, the same way in any order', async () => {
    const files = {
      [`b/ada/${exercise()}`]: 'b',
      [`a/ada/${exercise()}`]: 'a',
      [`c/Ada/${exercise()}`]: 'c',
    };
    inbox.put(files);
    const paths = ['b/ada', 'c/Ada', 'a/ada'].map((name) => inbox.at(name));
    const named = async (paths: readonly string[]) =>
      (await collect(paths, lessons)).map(({ name, exercises }) => [name, exercises[mean]]);
    const given = await named(paths);
    expect(given).toEqual([
      ['ada-2', { text: 'b' }],
      ['Ada-3', { text: 'c' }],
      ['ada', { text: 'a' }],
    ]);
    expect((await named(paths.toReversed())).toReversed()).toEqual(given);
  });

  it('that had to change is kept to be shown', async () => {
    inbox.put({ [`Ada "=1+1" Lovelace/${exercise()}`]: 'a' });
    expect(await collect([inbox.at('Ada "=1+1" Lovelace')], lessons)).toMatchObject([
      { name: 'Ada-1-1-Lovelace', handedInAs: 'Ada "=1+1" Lovelace' },
    ]);
  });
});
