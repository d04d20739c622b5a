import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/grading/intake';
import { exercise, Inbox, lessons, mean, patched, scaling, zipOf } from './handed-in';

let inbox: Inbox;
beforeEach(() => {
  inbox = new Inbox();
});
afterEach(() => inbox.dispose());

async function take(archive: Uint8Array): Promise<unknown> {
  inbox.put({ 'ada.zip': archive });
  const [{ name, ...submission } = { name: '' }] = await collect([inbox.at('ada.zip')], lessons);
  expect(name).toBe('ada');
  return submission;
}

const unreadable = {
  trouble: 'The archive cannot be read: it is cut off, damaged, encrypted, or no zip archive.',
  exercises: {},
};
const refused = (sentence: string) => ({ exercises: { [mean]: { trouble: sentence } } });
const nothing = { trouble: expect.stringContaining('It holds no exercise'), exercises: {} };

describe('a zip archive', () => {
  it.each(['', './', 'common-scale-main/', 'Köln & Bonn/'])('gives exercises below %j', async (folder) => {
    const archive = await zipOf(
      { name: `${folder.replace('./', 'X/')}${exercise()}`, content: 'one' },
      { name: `${folder.replace('./', 'X/')}${exercise(scaling)}`, content: 'two', compress: false },
      { name: 'README.md', content: 'no' },
    );
    expect(await take(patched(archive, 'X/', './'))).toEqual({
      exercises: { [mean]: { text: 'one' }, [scaling]: { text: 'two' } },
    });
  });

  it('may be written by a program that puts backslashes between folders', async () => {
    const archive = await zipOf({ name: exercise(), content: 'one' });
    expect(await take(patched(archive, `lessons/${mean}/`, `lessons\\${mean}\\`))).toEqual({
      exercises: { [mean]: { text: 'one' } },
    });
  });

  it('may be large in other things than exercises', async () => {
    const archive = await zipOf(
      ...Array.from({ length: 5000 }, (_, index) => ({ name: `node_modules/${index}`, compress: false })),
      { name: exercise(), content: 'one' },
    );
    expect(await take(archive)).toEqual({ exercises: { [mean]: { text: 'one' } } });
  });
});

describe('names that point elsewhere mean nothing', () => {
  it.each(['../', '/', 'C:/', 'a/b/', 'a/../'])('%j', async (start) => {
    const stand = 'x'.repeat(start.length);
    const archive = await zipOf({ name: stand + exercise(), content: 'secret' });
    const name = patched(archive, stand + exercise(), start + exercise());
    // 'C:' is as good a name for a folder as any.
    expect(await take(name)).toEqual(
      start === 'C:/' ? { exercises: { [mean]: { text: 'secret' } } } : nothing,
    );
  });
});

describe('of a zip archive nothing is taken', () => {
  it('where it is cut off', async () => {
    const archive = await zipOf({ name: exercise(), content: 'one' });
    for (let length = 0; length < archive.length; length++) {
      expect(await take(archive.subarray(0, length)), `${length} bytes`).toEqual(unreadable);
    }
  });

  it('where it is none', async () => {
    expect(await take(Buffer.from('Dear teacher'))).toEqual(unreadable);
  });

  it('where it has an exercise twice', async () => {
    const archive = await zipOf({ name: exercise(), content: 'one' }, { name: exercise(), content: 'two' });
    expect(await take(archive)).toEqual({
      trouble: `The archive has lessons/${mean}/exercise.ts twice, so which one counts is unclear.`,
      exercises: {},
    });
  });

  it('where it holds two courses', async () => {
    const archive = await zipOf({ name: `a/${exercise()}` }, { name: `b/${exercise()}` });
    expect(await take(archive)).toEqual({
      trouble: 'The archive has lessons in 2 folders. Hand in one of them.',
      exercises: {},
    });
  });

  it('where it has too many entries', async () => {
    const archive = await zipOf({ name: exercise() });
    expect(await take(withEntries(archive, 60_000n))).toEqual({
      trouble: 'The archive has more than 50,000 entries.',
      exercises: {},
    });
  });

  it('where it points far behind its end', async () => {
    const archive = await zipOf({ name: exercise() });
    const far = Buffer.alloc(20);
    far.writeUInt32LE(0x07064b50, 0);
    far.writeBigUInt64LE(2n ** 64n - 1n, 8);
    const end = archive.length - END;
    expect(await take(Buffer.concat([archive.subarray(0, end), far, archive.subarray(end)]))).toEqual(
      unreadable,
    );
  });

  it('whatever its bytes are: a mistake anywhere is found, or changes nothing', async () => {
    const archive = await zipOf({ name: exercise(), content: 'export const one = 1;' });
    for (let place = 0; place < archive.length; place++) {
      const broken = Buffer.from(archive);
      broken[place]! ^= 0xff;
      const taken = JSON.stringify(await take(broken));
      expect(taken).toMatch(/trouble|"text":"export const one = 1;"/);
    }
  });
});

describe('of an exercise in a zip archive is said', () => {
  it('that it is a symbolic link', async () => {
    const archive = await zipOf({ name: exercise(), content: '/etc/passwd', mode: 0o120777 });
    expect(await take(archive)).toEqual(
      refused('exercise.ts is a symbolic link, and links are not followed.'),
    );
  });

  it('that its lesson is a symbolic link', async () => {
    const archive = await zipOf({ name: `lessons/${mean}`, content: '../secret', mode: 0o120777 });
    expect(await take(archive)).toEqual(
      refused(`lessons/${mean} is a symbolic link, and links are not followed.`),
    );
  });

  it('that it is a folder', async () => {
    const archive = await zipOf({ name: `${exercise()}/index.ts` }, { name: `${exercise()}/other.ts` });
    expect(await take(archive)).toEqual(refused('exercise.ts is a folder.'));
  });

  it('that it is a device', async () => {
    expect(await take(await zipOf({ name: exercise(), mode: 0o020666 }))).toEqual(
      refused('exercise.ts is no file.'),
    );
  });

  it('that it is encrypted', async () => {
    const archive = await zipOf({ name: exercise(), content: 'one' });
    archive.writeUInt16LE(archive.readUInt16LE(FLAGS) | 1, FLAGS);
    const directory = archive.indexOf('PK\x01\x02', 0, 'latin1');
    archive.writeUInt16LE(archive.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(await take(archive)).toEqual(refused('exercise.ts is encrypted.'));
  });

  it('that it is not UTF-8', async () => {
    expect(await take(await zipOf({ name: exercise(), content: Buffer.of(0xc3, 0x28) }))).toEqual(
      refused('exercise.ts is not in UTF-8. Save it as UTF-8 and hand it in again.'),
    );
  });

  it('that it is too large, when it says how large it is', async () => {
    const bomb = await zipOf({ name: exercise(), content: Buffer.alloc(50e6) });
    expect(bomb.length).toBeLessThan(100e3);
    expect(await take(bomb)).toEqual(refused('exercise.ts is larger than 256 kB, which no exercise needs.'));
  });

  it('that it is damaged, when it is larger than it says', async () => {
    const bomb = await zipOf({ name: exercise(), content: Buffer.alloc(50e6) });
    bomb.writeUInt32LE(1000, bomb.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    expect(await take(bomb)).toEqual(refused('exercise.ts is damaged in the archive.'));
  });
});

/** Where the flags of the first entry are, in bytes. */
const FLAGS = 6;

/** Bytes of the record at the end. */
const END = 22;

/** The archive in the form for many entries, with a number of them that it does not have. */
function withEntries(archive: Buffer, entries: bigint): Buffer {
  const [start, end] = [archive.subarray(0, archive.length - END), archive.subarray(archive.length - END)];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(entries, 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start.length), 8);
  return Buffer.concat([start, record, locator, end]);
}
