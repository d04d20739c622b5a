import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/grading/intake';
import { exercise, Inbox, lessons, mean, scaling } from './handed-in';

let inbox: Inbox;
beforeEach(() => {
  inbox = new Inbox();
});
afterEach(() => inbox.dispose());

const take = (...names: string[]) =>
  collect(
    names.map((name) => inbox.at(name)),
    lessons,
  );

/** What becomes of the exercise of lesson 02, handed in as a folder `ada` that also has lesson 03. */
async function fateOfExercise(): Promise<unknown> {
  inbox.put({ [`ada/${exercise(scaling)}`]: 'whole' });
  const [submission] = await take('ada');
  expect(submission?.exercises[scaling]).toEqual({ text: 'whole' });
  return submission?.exercises[mean];
}

describe('a folder', () => {
  it('gives the exercises of its lessons, and nothing else', async () => {
    inbox.put({
      [`ada/${exercise()}`]: 'one',
      [`ada/${exercise(scaling)}`]: 'two',
      [`ada/lessons/${mean}/exercise.test.ts`]: 'no',
      'ada/lessons/99-unknown/exercise.ts': 'no',
      [`ada/solutions/${mean}/exercise.ts`]: 'no',
      'ada/package.json': '{}',
    });
    expect(await take('ada')).toEqual([
      { name: 'ada', exercises: { [mean]: { text: 'one' }, [scaling]: { text: 'two' } } },
    ]);
  });

  it('may hold the course one folder deeper', async () => {
    inbox.put({
      [`ada/common-scale-main/${exercise()}`]: 'one',
      [`bob/common-scale-main/${exercise()}`]: 'two',
    });
    expect(await take('ada', 'bob')).toEqual([
      { name: 'ada', exercises: { [mean]: { text: 'one' } } },
      { name: 'bob', exercises: { [mean]: { text: 'two' } } },
    ]);
  });

  it('may hold submissions, sorted by name', async () => {
    inbox.put({ [`in/zoe/${exercise()}`]: 'z', [`in/bob/repository/${exercise()}`]: 'b' });
    expect((await take('in')).map(({ name, exercises }) => [name, exercises[mean]])).toEqual([
      ['bob', { text: 'b' }],
      ['zoe', { text: 'z' }],
    ]);
  });

  it('may be a class of one', async () => {
    inbox.put({ [`in/ada/${exercise()}`]: 'one' });
    expect((await take('in')).map(({ name }) => name)).toEqual(['ada']);
  });

  it('may hold a single submission that is an archive', async () => {
    inbox.put({ 'in/ada.zip': 'no archive' });
    expect((await take('in')).map(({ name }) => name)).toEqual(['ada']);
  });

  it('with hidden files and files that are no archive is taken without them, and says so', async () => {
    inbox.put({
      'in/.DS_Store': '',
      'in/.git/config': '',
      'in/notes\u001b[31m.txt': '',
      [`in/ada/${exercise()}`]: 'a',
      [`in/bob/${exercise()}`]: 'b',
    });
    const remarks: string[] = [];
    const submissions = await collect([inbox.at('in')], lessons, (remark) => remarks.push(remark));
    expect(submissions.map(({ name }) => name)).toEqual(['ada', 'bob']);
    expect(remarks).toEqual([`Ignored in ${inbox.at('in')}: .DS_Store, .git, notes.txt.`]);
  });

  it('with no exercise says what was looked for', async () => {
    inbox.put({ 'ada/exercise.ts': 'at the wrong place' });
    expect(await take('ada')).toEqual([
      {
        name: 'ada',
        trouble:
          'It holds no exercise: no lessons/01-hello-kernel/exercise.ts, or that of any of 12 other lessons, at its top or one folder below.',
        exercises: {},
      },
    ]);
  });

  it('that holds the course twice is refused', async () => {
    inbox.put({ [`in/ada/old/${exercise()}`]: 'old', [`in/ada/new/${exercise()}`]: 'new' });
    inbox.put({ [`in/bob/${exercise()}`]: 'b' });
    const [ada, bob] = await take('in');
    expect(ada?.trouble).toBe('It has lessons in 2 folders. Hand in one of them.');
    expect(bob?.exercises[mean]).toEqual({ text: 'b' });
  });
});

describe('a folder of submissions', () => {
  const remarks: string[] = [];
  const names = async (...paths: string[]) => {
    remarks.length = 0;
    const submissions = await collect(
      paths.map((path) => inbox.at(path)),
      lessons,
      (remark) => remarks.push(remark),
    );
    return submissions.map(({ name }) => name);
  };

  it.each(['lessons/', `lessons/${mean}/`, `lessons/lessons/${mean}/`])(
    'is none itself because somebody hands in %s',
    async (folder) => {
      inbox.put({
        [`in/ada/${exercise()}`]: 'a',
        'in/bob.zip': 'no archive',
        [`in/${folder}exercise.ts`]: '',
      });
      expect(await names('in')).toEqual(['ada', 'bob', 'lessons']);
      expect(remarks).toEqual([
        `${inbox.at('in')} is taken for a class, and the folder lessons in it for a submission.`,
      ]);
    },
  );

  it('is none itself because of a file called lessons', async () => {
    inbox.put({ [`in/ada/${exercise()}`]: 'a', 'in/lessons': '' });
    expect(await names('in')).toEqual(['ada']);
  });

  it('is one where its own lessons have an older copy, or an archive, beside them, and says so', async () => {
    inbox.put({ [`ada/${exercise()}`]: 'a', 'ada/ada.tar.gz': '', 'ada/src/index.ts': '' });
    expect(await names('ada')).toEqual(['ada']);
    expect(remarks).toEqual([
      `${inbox.at('ada')} is taken for one submission, because of its folder lessons. Left out: ada.tar.gz.`,
    ]);
  });

  it('keeps the names of those in it from somebody who hands in folders of these names', async () => {
    inbox.put({
      [`in/ada/bob/${exercise()}`]: 'a',
      [`in/ada/eve/${exercise()}`]: 'a',
      [`in/bob/${exercise()}`]: 'b',
    });
    const submissions = await take('in/ada', 'in/bob');
    expect(submissions.map(({ name, exercises }) => [name, exercises[mean]])).toEqual([
      ['bob-2', { text: 'a' }],
      ['eve', { text: 'a' }],
      ['bob', { text: 'b' }],
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'is read although one of them does not let anybody look',
    async () => {
      inbox.put({ [`in/ada/${exercise()}`]: 'a', [`in/bob/${exercise()}`]: 'b' });
      chmodSync(inbox.path, 0o755);
      // Read, but not searched: its names are known, and nothing of what they name.
      chmodSync(inbox.at('in/ada'), 0o444);
      const isRoot = process.getuid?.() === 0;
      // No folder is closed to root.
      if (isRoot) process.seteuid?.(65534);
      try {
        const [ada, bob] = await take('in');
        expect(ada).toEqual({ name: 'ada', trouble: 'It cannot be read (EACCES).', exercises: {} });
        expect(bob?.exercises[mean]).toEqual({ text: 'b' });
      } finally {
        if (isRoot) process.seteuid?.(0);
        chmodSync(inbox.at('in/ada'), 0o755);
      }
    },
  );
});

describe('a path', () => {
  it('that leads nowhere is a submission in trouble', async () => {
    expect(await take('nobody')).toEqual([
      { name: 'nobody', trouble: 'There is no such file or folder.', exercises: {} },
    ]);
  });

  it('to a file of another kind is a submission in trouble', async () => {
    inbox.put({ 'exercise.ts': '' });
    expect((await take('exercise.ts'))[0]?.trouble).toBe(
      'It is neither a folder nor an archive (.zip, .tar, .tar.gz, .tgz).',
    );
  });

  it('given twice is taken once, however it is spelt', async () => {
    inbox.put({ [`ada/${exercise()}`]: 'a' });
    const remarks: string[] = [];
    const paths = [inbox.at('ada'), join(inbox.path, 'ada/../ada/')];
    expect(await collect(paths, lessons, (remark) => remarks.push(remark))).toHaveLength(1);
    expect(remarks).toHaveLength(1);
  });
});

describe('in place of the exercise', () => {
  it('a symbolic link is not followed', async () => {
    inbox.put({ secret: 'secret', [`ada/lessons/${mean}/README.md`]: '' });
    symlinkSync(inbox.at('secret'), inbox.at(`ada/${exercise()}`));
    expect(await fateOfExercise()).toEqual({
      trouble: 'exercise.ts is a symbolic link, and links are not followed.',
    });
  });

  it('a hard link is not taken', async () => {
    inbox.put({ secret: 'secret', [`ada/lessons/${mean}/README.md`]: '' });
    linkSync(inbox.at('secret'), inbox.at(`ada/${exercise()}`));
    expect(await fateOfExercise()).toEqual({
      trouble: 'exercise.ts is a hard link, and links are not followed.',
    });
  });

  it('a folder is none', async () => {
    inbox.put({ [`ada/${exercise()}/index.ts`]: '' });
    expect(await fateOfExercise()).toEqual({ trouble: 'exercise.ts is a folder.' });
  });

  it.skipIf(process.platform === 'win32')('a named pipe is not waited for', async () => {
    mkdirSync(inbox.at(`ada/lessons/${mean}`), { recursive: true });
    execFileSync('mkfifo', [inbox.at(`ada/${exercise()}`)]);
    expect(await fateOfExercise()).toEqual({ trouble: 'exercise.ts is a named pipe.' });
  });

  it('a file of 100 MB is not read', async () => {
    inbox.put({ [`ada/${exercise()}`]: '' });
    truncateSync(inbox.at(`ada/${exercise()}`), 100e6);
    expect(await fateOfExercise()).toEqual({
      trouble: 'exercise.ts is larger than 256 kB, which no exercise needs.',
    });
  });

  it.each([
    ['Latin 1', Buffer.from('caf\u00e9', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffexport {}', 'utf16le')],
  ])('text in %s is none', async (_, bytes) => {
    inbox.put({ [`ada/${exercise()}`]: bytes });
    expect(await fateOfExercise()).toEqual({
      trouble: 'exercise.ts is not in UTF-8. Save it as UTF-8 and hand it in again.',
    });
  });

  it('a byte order mark is left out', async () => {
    inbox.put({ [`ada/${exercise()}`]: '\ufeffexport {}' });
    expect(await fateOfExercise()).toEqual({ text: 'export {}' });
  });

  it('an empty file is an empty text', async () => {
    inbox.put({ [`ada/${exercise()}`]: '' });
    expect(await fateOfExercise()).toEqual({ text: '' });
  });
});

describe('a link in place of a folder is not followed', () => {
  it('where it is the lesson', async () => {
    inbox.put({ [`other/exercise.ts`]: 'secret', [`ada/lessons/README.md`]: '' });
    symlinkSync(inbox.at('other'), inbox.at(`ada/lessons/${mean}`));
    expect(await fateOfExercise()).toEqual({
      trouble: `lessons/${mean} is a symbolic link, and links are not followed.`,
    });
  });

  it('where it is all lessons', async () => {
    inbox.put({ [`other/${exercise()}`]: 'secret', 'ada/README.md': '' });
    symlinkSync(inbox.at('other/lessons'), inbox.at('ada/lessons'));
    expect((await take('ada'))[0]).toEqual({
      name: 'ada',
      trouble: 'lessons is a symbolic link, and links are not followed.',
      exercises: {},
    });
  });

  it('where it is a submission in a folder of them', async () => {
    inbox.put({ [`in/bob/${exercise()}`]: 'b', [`other/${exercise()}`]: 'secret' });
    symlinkSync(inbox.at('other'), inbox.at('in/ada'));
    symlinkSync(inbox.at('nowhere'), inbox.at('in/eve'));
    const [ada, bob, eve] = await take('in');
    expect(ada?.trouble).toBe('It is a symbolic link, and links are not followed.');
    expect(bob?.exercises[mean]).toEqual({ text: 'b' });
    expect(eve?.trouble).toBe('It is a symbolic link, and links are not followed.');
  });
});
