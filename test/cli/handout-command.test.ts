import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLesson, listLessons, root } from '#kit/course';
import { runIn } from './run-in';
import { Sandbox } from './sandbox';

/** A teacher's course without git, in which somebody has worked, and folders for students beside it. */
let teacher: Sandbox;
const beside = mkdtempSync(join(tmpdir(), 'common-scale-students-'));

beforeAll(() => {
  teacher = new Sandbox();
  const along = ['README.md', 'LICENSE', 'package-lock.json', 'vitest.config.ts', '.vscode', '.gitignore'];
  for (const entry of along) cpSync(join(root, entry), join(teacher.path, entry), { recursive: true });
  teacher.solve();
  teacher.write('lessons/03-std-scaling/mine.ts', 'export const mine = 1;');
  teacher.write('notes.md', 'Marks.');
});
afterAll(() => {
  teacher.dispose();
  rmSync(beside, { recursive: true, force: true });
});

const handOut = (name: string, ...args: string[]) =>
  teacher.run('handout', [join(beside, name), '--quick', ...args]);

/** A command of a copy, whose packages are those of this course. */
function inCopy(name: string, command: string, ...args: string[]) {
  const cwd = join(beside, name);
  if (!readdirSync(cwd).includes('node_modules'))
    symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'));
  return runIn(cwd, command, args);
}

function filesOf(name: string): Map<string, string> {
  const folder = join(beside, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return new Map(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

describe('npm run handout', () => {
  it('makes the same copy twice, with nothing of the teacher’s in it, and tells what it is worth', () => {
    const first = handOut('whole');
    expect(first.err).toBe('');
    expect(first.code).toBe(0);
    for (const { number, title } of listLessons()) expect(first.out).toContain(`${number}  ${title}`);
    expect(first.out).toMatch(/standardDeviation \d+, scale \d+, standardize \d+/);
    expect(first.out).toMatch(/The tests of lesson 05 judge by right and wrong code of lesson 03/);
    expect(first.out.split('\n').filter((line) => line.length > 80 && !line.includes(beside))).toEqual([]);

    const second = JSON.parse(handOut('again', '--json').out) as {
      files: number;
      points: number;
      lessons: { points: number; tasks: { points: number }[] }[];
      answerKeys: string[];
    };
    expect(second.answerKeys).toEqual(['03-std-scaling']);
    const sum = (each: readonly { points: number }[]) =>
      each.reduce((total, { points }) => total + points, 0);
    expect(sum(second.lessons)).toBe(second.points);
    expect(sum(second.lessons.flatMap(({ tasks }) => tasks))).toBe(second.points);

    const files = filesOf('whole');
    expect(files.size).toBe(second.files);
    expect(files).toEqual(filesOf('again'));
    const strange = /solutions|misconceptions|\bmine\.ts|notes|\.common-scale|grading|^test/;
    expect([...files.keys()].filter((file) => strange.test(file))).toEqual([]);
  });

  it('makes a copy in which every command has a word to say', () => {
    const test = inCopy('whole', 'test');
    expect(test.code).toBe(0);
    expect(test.out).toContain('Begin here');
    expect(test.out.match(/not started/g)).toHaveLength(listLessons().length);
    expect(inCopy('whole', 'list').out).toContain(`0 of ${listLessons().length} done`);
    const compare = inCopy('whole', 'compare', '03');
    expect(compare.code).toBe(1);
    expect(compare.out).toContain('handed out without the solution of lesson 03');
    const race = inCopy('whole', 'race');
    expect(race.code).toBe(1);
    expect(race.err).toContain('these are not written yet');
    expect(race.err).not.toContain('solutions');
    expect(inCopy('whole', 'race', '--shelf', 'solutions').err).toContain('handed out without its solutions');
  });

  it('leaves lessons out, and brings answer keys along where that is asked for', () => {
    const { out, code } = handOut('some', '--lessons', '01-03,05', '--diagnosis');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Those of lessons 01 to 03 came along');
    const lesson = findLesson(listLessons(), '02')!;
    const right = readFileSync(join(root, lesson.solution), 'utf8');
    writeFileSync(join(beside, 'some', lesson.exercise), right.replace('total / values.length', 'total'));
    const test = inCopy('some', 'test');
    expect(test.code).toBe(1);
    expect(test.out).toContain('05  Properties');
    expect(test.out).not.toContain('04  ');
    expect(test.out).toContain('Your code does exactly what this mistake does');
    expect(inCopy('some', 'race').err).toContain('functions of lessons that are not in this course');
  });

  it.each([[[]], [['--lessons', '12']]])('refuses %s in words', (args) => {
    const { code, err, out } = teacher.run(
      'handout',
      args.length === 0 ? [] : [join(beside, 'never'), ...args],
    );
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(beside)).not.toContain('never');
  });
});
