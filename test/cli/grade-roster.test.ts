import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listLessons, root } from '#kit/course';
import { collect } from '#kit/grading';
import { fetchStudent } from '../../src/cli/roster/fetch-student';
import { tarOf } from '../grading/intake/handed-in';

const folder = mkdtempSync(join(tmpdir(), 'roster-'));
const into = join(folder, 'submissions');
const exercise = 'lessons/02-mean-centering/exercise.ts';

/** What GitHub answers here: for one repository an archive, for one without end, for others that there is none. */
const asked: IncomingMessage[] = [];
const github = createServer((request, answer) => {
  asked.push(request);
  if (request.url?.includes('scale-ada')) {
    return void answer.end(tarOf({ path: `school-scale-ada-1/${exercise}`, content: 'of ada' }));
  }
  if (!request.url?.includes('scale-eve')) return void answer.writeHead(404).end();
  const more = () => {
    while (answer.write(Buffer.alloc(65_536)));
  };
  answer.on('drain', more);
  more();
});
let api: string;

beforeAll(async () => {
  await once(github.listen(0, '127.0.0.1'), 'listening');
  api = `http://127.0.0.1:${(github.address() as { port: number }).port}`;
});

beforeEach(() => {
  asked.length = 0;
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into);
});

afterAll(() => {
  github.closeAllConnections();
  github.close();
  rmSync(folder, { recursive: true, force: true });
});

const student = (name: string, ref = '') => ({ name, repository: `school/scale-${name}`, ref });
const collected = () => collect([into], listLessons('src/course/blank'));

describe('what a student has at GitHub', () => {
  it('is fetched as one archive, in the name of the teacher', async () => {
    expect(await fetchStudent(student('ada', 'hand-in/1'), into, { api, token: 'secret' })).toBeUndefined();
    expect(asked.map(({ url }) => url)).toEqual(['/repos/school/scale-ada/tarball/hand-in%2F1']);
    expect(asked[0]?.headers.authorization).toBe('Bearer secret');
    expect(readdirSync(into)).toEqual(['ada.tar.gz']);
    expect(await collected()).toEqual([
      { name: 'ada', exercises: { '02-mean-centering': { text: 'of ada' } } },
    ]);
  });

  it('is missed in words that the student reads, too', async () => {
    const words = 'school/scale-zoe could not be fetched (GitHub answered 404).';
    expect(await fetchStudent(student('zoe'), into, { api, token: '' })).toBe(`zoe: ${words}`);
    expect(asked[0]?.headers.authorization).toBeUndefined();
    await fetchStudent(student('ada'), into, { api, token: '' });
    expect(await collected()).toMatchObject([
      { name: 'ada' },
      { name: 'zoe', trouble: words, exercises: {} },
    ]);
  });

  it('is not fetched to its end where it has none', async () => {
    expect(await fetchStudent(student('eve'), into, { api, token: '' }, 1e6)).toBe(
      'eve: school/scale-eve could not be fetched (it has more than 1 MB).',
    );
    expect(readdirSync(into)).toEqual(['eve.not-fetched']);
  });

  it('is missed where nobody answers, with the reason', async () => {
    const nobody = await fetchStudent(student('ada'), into, { api: 'http://127.0.0.1:1', token: '' });
    expect(nobody).toMatch(/^ada: school\/scale-ada could not be fetched \(fetch failed: .+\)\.$/);
  });
});

describe('npm run grade:roster', () => {
  const roster = join(folder, 'roster.csv');
  const command = async (...more: string[]) => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'grade-roster', ...more], {
      cwd: root,
      env: { ...process.env, GITHUB_API_URL: api, ROSTER_TOKEN: 'secret', NO_COLOR: '1' },
    });
    const [[code], out, err] = await Promise.all([
      once(child, 'exit'),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code: code as number, out, err };
  };

  it('says how many jobs there are, and fetches the students of one, whoever is missing', async () => {
    const names = ['zoe', 'ada', ...Array.from({ length: 19 }, (_, index) => `other-${index}`)];
    const lines = names.map((name) => `${name},school/scale-${name}`);
    writeFileSync(roster, ['name,repository', ...lines].join('\n'));
    expect(await command('parts', roster)).toEqual({ code: 0, out: '[0,1]\n', err: '' });
    const first = await command('fetch', roster, '--part', '0', '--into', into);
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(first.err).toMatch(
      /^zoe: school\/scale-zoe could not be fetched \(GitHub answered 404\)\.\nother-0: /,
    );
    expect(readdirSync(into)).toHaveLength(20);
    expect(readFileSync(join(into, 'zoe.not-fetched'), 'utf8')).toMatch(/^school\/scale-zoe could not/);
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer secret')).toBe(true);
  });

  it('says that there is nobody to grade', async () => {
    writeFileSync(roster, 'name,repository\n');
    expect(await command('parts', roster)).toEqual({
      code: 2,
      out: '',
      err: `There is nobody in ${roster}.\n`,
    });
  });
});
