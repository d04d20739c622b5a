import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import { runningIn } from '../grading/running';

const lesson = '02-mean-centering';
const solution = readFileSync(join(root, 'solutions', lesson, 'exercise.ts'), 'utf8');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'grade-command-'));
  // Cells may run as somebody who owns nothing.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'tmp'));
  handIn('ada', solution);
  handIn('grace', solution.replace('- mean', '+ mean'));
  handIn('hedy', 'export function mean() {\n  for (;;);\n}\n');
  // What is called like a file of the grades is a submission like any other.
  handIn('grades.csv', '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function handIn(name: string, text: string): void {
  const place = join(folder, 'class', name, 'lessons', lesson);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'exercise.ts'), text);
}

const settings = [
  '--lessons',
  '02',
  '--seed',
  'a secret of a class',
  '--jobs',
  '2',
  '--runs',
  '10',
  '--seconds',
  '1',
];
const command = (out: string, ...more: string[]) => [
  'src/cli/run.mjs',
  'grade',
  join(folder, 'class'),
  '--out',
  join(folder, out),
  ...settings,
  ...more,
];

function grade(out: string, ...more: string[]) {
  const { FORCE_COLOR: _, ...env } = process.env;
  return spawnSync(process.execPath, command(out, ...more), {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', COLUMNS: '80', TMPDIR: join(folder, 'tmp') },
  });
}

const csv = (out: string) => readFileSync(join(folder, out, 'grades.csv'), 'utf8');

describe('npm run grade', () => {
  it('prints who has how many points, and writes what each one may read', () => {
    const { status, stdout, stderr } = grade('grades');
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^ {2}submission {3}points {2}of {2}tasks\n {2}ada +4 +4 +2\/2\n {2}grace +2 +4 +1\/2\n {2}_grades\.csv +0 +4 +0\/2\n {2}hedy +0 +4 +0\/2\n/,
    );
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'grades', 'ada')).filter((file) => !file.startsWith('.'))).toEqual([
      'classroom50.json',
      'feedback.html',
      'feedback.md',
      'gradescope.json',
      'junit.xml',
      'result.json',
    ]);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  }, 60_000);

  it('grades nothing again that has not changed', () => {
    const { stdout, status } = grade('grades', '--json', '--jobs', '999');
    expect(JSON.parse(stdout)).toMatchObject({
      kept: 4,
      remarks: [expect.stringMatching(/^Graded \d+ at a time: this machine has no more cores\.$/)],
      results: [{ submission: 'ada', score: 4 }, {}, {}, {}],
    });
    expect(status).toBe(0);
  }, 60_000);

  it('killed in the middle it leaves nobody behind, and goes on to the same grades', async () => {
    const child = spawn(process.execPath, command('killed'), {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: join(folder, 'tmp') },
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (!existsSync(join(folder, 'killed', 'ada', '.key'))) await pause(20);
    child.kill('SIGKILL');
    await ended;
    const left = () => runningIn(join(folder, 'tmp')).map(({ command }) => command);
    await expect.poll(left, { timeout: 10_000, interval: 100 }).toEqual([]);
    const { stdout } = grade('killed', '--json');
    const { kept } = JSON.parse(stdout) as { kept: number };
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(4);
    expect(csv('killed')).toBe(csv('grades'));
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  }, 120_000);

  it('says what is wrong with a call', () => {
    const wrong = (...more: string[]) =>
      spawnSync(process.execPath, ['src/cli/run.mjs', 'grade', ...more], { cwd: root, encoding: 'utf8' });
    const nobody = wrong();
    expect(nobody.stderr).toMatch(/^Say what was handed in\./);
    expect(nobody.status).toBe(2);
    expect(wrong(join(folder, 'nowhere')).stderr).toBe(`There is no ${join(folder, 'nowhere')}.\n`);
    const empty = wrong(join(folder, 'class'), '--seed', ' ', '--out', join(folder, 'empty'));
    expect(empty.stderr).toMatch(/^--seed takes a text that nobody can guess/);
    expect(existsSync(join(folder, 'empty'))).toBe(false);
    expect(wrong(join(folder, 'class'), '--jobs', 'many').stderr).toBe(
      '--jobs takes a whole number of 1 or more, not "many".\n',
    );
  }, 60_000);
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
