import { gzipSync } from 'node:zlib';
import { create, Pax } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/grading/intake';
import { exercise, Inbox, lessons, mean, scaling, tarEntry, tarOf } from './handed-in';

let inbox: Inbox;
beforeEach(() => {
  inbox = new Inbox();
});
afterEach(() => inbox.dispose());

async function take(archive: Uint8Array, file = 'ada.tar'): Promise<unknown> {
  inbox.put({ [file]: archive });
  const [{ name, ...submission } = { name: '' }] = await collect([inbox.at(file)], lessons);
  expect(name).toBe('ada');
  return submission;
}

const cutOff = { trouble: 'The archive is cut off, or no tar archive.', exercises: {} };
const unreadable = {
  trouble: 'The archive cannot be read: it is cut off, damaged, or no tar archive.',
  exercises: {},
};
const refused = (sentence: string) => ({ exercises: { [mean]: { trouble: sentence } } });
const both = { exercises: { [mean]: { text: 'one' }, [scaling]: { text: 'two' } } };

describe('a tar archive', () => {
  it.each([
    ['of a folder', 'ada.tar', ['ada'], ''],
    ['of what is in it', 'ada.tar', ['.'], 'ada'],
    ['compressed', 'ada.tar.gz', ['ada'], ''],
    ['with a short ending', 'ada.tgz', ['ada'], ''],
  ])('%s gives its exercises', async (_, file, content, folder) => {
    inbox.put({ [`ada/${exercise()}`]: 'one', [`ada/${exercise(scaling)}`]: 'two', 'ada/README.md': 'no' });
    await create({ file: inbox.at(file), cwd: inbox.at(folder), gzip: file !== 'ada.tar' }, content);
    expect(await collect([inbox.at(file)], lessons)).toEqual([{ name: 'ada', ...both }]);
  });

  it('may have long names', async () => {
    const folder = 'long'.repeat(50);
    inbox.put({ [`${folder}/${exercise()}`]: 'one' });
    await create({ file: inbox.at('ada.tar'), cwd: inbox.path }, [folder]);
    expect((await collect([inbox.at('ada.tar')], lessons))[0]?.exercises).toEqual({
      [mean]: { text: 'one' },
    });
  });
});

describe('names that point elsewhere mean nothing', () => {
  it.each(['../', '/', 'a/../', 'a/b/'])('%j', async (start) => {
    const archive = tarOf({ path: start + exercise(), content: 'secret' });
    expect(await take(archive)).toMatchObject({ exercises: {} });
  });

  it('with backslashes', async () => {
    const archive = tarOf({ path: exercise().replaceAll('/', '\\'), content: 'secret' });
    expect(await take(archive)).toMatchObject({ exercises: {} });
  });
});

describe('of a tar archive nothing is taken', () => {
  const archive = tarOf({ path: exercise(), content: 'one' });

  it('where it is cut off', async () => {
    for (let length = 0; length < archive.length - 512; length += 100) {
      expect(await take(archive.subarray(0, length)), `${length} bytes`).toEqual(cutOff);
    }
    const compressed = gzipSync(archive);
    for (let length = 3; length < compressed.length; length += 10) {
      const taken = await take(compressed.subarray(0, length), 'ada.tgz');
      expect(taken, `${length} bytes, compressed`).toEqual(unreadable);
    }
  });

  it('where it is none', async () => {
    expect(await take(Buffer.from('Dear teacher'))).toEqual(cutOff);
    expect(await take(Buffer.alloc(2000, 'Dear teacher'))).toEqual(unreadable);
  });

  it('where its headers are damaged', async () => {
    const damaged = Buffer.from(archive);
    damaged[10]! ^= 1;
    expect(await take(damaged)).toEqual(unreadable);
  });

  it('where it has an exercise twice', async () => {
    const twice = tarOf({ path: exercise(), content: 'one' }, { path: `./${exercise()}`, content: 'two' });
    expect(await take(twice)).toEqual({
      trouble: `The archive has lessons/${mean}/exercise.ts twice, so which one counts is unclear.`,
      exercises: {},
    });
  });

  it('where it holds two courses', async () => {
    expect(await take(tarOf({ path: `a/${exercise()}` }, { path: `b/${exercise()}` }))).toEqual({
      trouble: 'The archive has lessons in 2 folders. Hand in one of them.',
      exercises: {},
    });
  });

  it('where it is compressed twice', async () => {
    expect(await take(gzipSync(gzipSync(archive)), 'ada.tgz')).toEqual({
      trouble: 'The archive is compressed twice.',
      exercises: {},
    });
  });

  it('where it is too large once it is unpacked', async () => {
    // What is compressed in parts may be repeated without end.
    const zeros = gzipSync(Buffer.alloc(16 * 1024 ** 2));
    const bomb = Buffer.concat([gzipSync(archive), ...Array.from({ length: 40 }, () => zeros)]);
    expect(bomb.length).toBeLessThan(1e6);
    expect(await take(bomb, 'ada.tgz')).toEqual({
      trouble: 'The archive is larger than 512 MB once it is unpacked.',
      exercises: {},
    });
  });

  it('where it has too many entries', async () => {
    const [entry = Buffer.alloc(0)] = tarEntry({ path: 'a' });
    const many = Buffer.concat([...Array.from({ length: 50_001 }, () => entry), Buffer.alloc(1024)]);
    expect(await take(gzipSync(many, { level: 1 }), 'ada.tgz')).toEqual({
      trouble: 'The archive has more than 50,000 entries.',
      exercises: {},
    });
  });

  it('where an entry has more bytes than there are', async () => {
    expect(await take(tarOf({ path: 'a', size: 2 ** 40 }))).toEqual(cutOff);
  });
});

it('an entry with less than no bytes does not hold up the reader', async () => {
  const extended = new Pax({ path: exercise(), size: -512 }).encode();
  const sizes = [
    Buffer.concat([extended, tarOf({ path: exercise(), content: 'one' })]),
    tarOf({ path: 'a', size: -512 }),
  ];
  for (const archive of sizes) expect(await take(archive)).toHaveProperty('exercises');
});

describe('of an exercise in a tar archive is said', () => {
  it.each([
    ['SymbolicLink', 'link, and links are not followed.'],
    ['Link', 'link, and links are not followed.'],
  ] as const)('that it is a link: %s', async (type, end) => {
    const link = tarOf({ path: exercise(), type, linkpath: '/etc/passwd' });
    expect(await take(link)).toEqual(refused(`exercise.ts is a ${end}`));
    const folder = tarOf({ path: `lessons/${mean}`, type, linkpath: '../secret' });
    expect(await take(folder)).toEqual(refused(`lessons/${mean} is a ${end}`));
  });

  it('that it is a folder', async () => {
    const archive = tarOf(
      { path: `${exercise()}/`, type: 'Directory' },
      { path: `${exercise()}/index.ts`, content: 'one' },
    );
    expect(await take(archive)).toEqual(refused('exercise.ts is a folder.'));
  });

  it.each(['FIFO', 'CharacterDevice', 'BlockDevice'] as const)('that it is no file: %s', async (type) => {
    expect(await take(tarOf({ path: exercise(), type }))).toEqual(refused('exercise.ts is no file.'));
  });

  it('that it is not UTF-8', async () => {
    expect(await take(tarOf({ path: exercise(), content: Buffer.of(0xff) }))).toEqual(
      refused('exercise.ts is not in UTF-8. Save it as UTF-8 and hand it in again.'),
    );
  });

  it('that it is too large', async () => {
    const bomb = gzipSync(tarOf({ path: exercise(), content: Buffer.alloc(50e6) }), { level: 1 });
    expect(await take(bomb, 'ada.tgz')).toEqual(
      refused('exercise.ts is larger than 256 kB, which no exercise needs.'),
    );
  });
});
