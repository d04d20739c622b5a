import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLesson, listLessons, root } from '#kit/course';
import { limitsFor } from '../../src/grading/limits';
import { readUpload } from '../../src/grading/autograder/read-upload';
import { autograderContents, lacks } from '../../src/cli/autograder/contents';
import { zipped } from '../../src/cli/autograder/zip';
import { filesIn } from '../../src/cli/course-copy/course-files';

const lesson = findLesson(listLessons(), '02')!;
const solution = readFileSync(join(root, lesson.solution), 'utf8');
const plan = {
  options: { lessons: [lesson.name], secret: 'a secret', runs: 25, limits: limitsFor(10) },
  minutes: 10,
};
const contents = autograderContents(filesIn(), plan);

const folder = mkdtempSync(join(tmpdir(), 'common-scale-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => join(folder, ...parts);

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('an autograder', () => {
  it('has all that it needs, and the exercises blank', () => {
    expect(lacks(contents, [lesson])).toEqual([]);
    expect(contents.get(`course/${lesson.exercise}`)).toBe(readFileSync(join(root, lesson.blank), 'utf8'));
    const without = new Map([...contents].filter(([file]) => file !== 'setup.sh'));
    expect(lacks(without, [lesson])).toEqual(['setup.sh does not come along. Does git know of it?']);
  });

  it('is the same archive every time', async () => {
    const [one, other] = [await zipped(contents), await zipped(autograderContents(filesIn(), plan))];
    expect(one.equals(other)).toBe(true);
  });
});

describe('what a student uploads', () => {
  beforeEach(() => rmSync(at('upload'), { recursive: true, force: true }));
  const read = (lessons = [lesson]) => readUpload('submission', at('upload'), lessons);

  it.each([
    'exercise.ts',
    'mine/exercise.ts',
    `${lesson.name}/exercise.ts`,
    `mine/${lesson.name}/exercise.ts`,
    `lessons/${lesson.name}/exercise.ts`,
    `mine/lessons/${lesson.name}/exercise.ts`,
  ])('may be %s', async (file) => {
    put(at('upload', file), solution);
    expect(await read()).toEqual({ name: 'submission', exercises: { [lesson.name]: { text: solution } } });
  });

  it('is nothing where exercise.ts could be of several lessons, or is there twice', async () => {
    put(at('upload', 'exercise.ts'), solution);
    expect((await read([...listLessons()])).trouble).toMatch(/^It holds no exercise/);
    rmSync(at('upload', 'exercise.ts'));
    put(at('upload/a/exercise.ts'), solution);
    put(at('upload/b/exercise.ts'), solution);
    expect((await read()).trouble).toBe('It has exercises in 2 folders. Hand in one of them.');
  });

  it('is no link', async () => {
    mkdirSync(at('upload'));
    symlinkSync(join(root, lesson.solution), at('upload/exercise.ts'));
    expect(await read()).toEqual({
      name: 'submission',
      exercises: { [lesson.name]: { trouble: expect.stringMatching(/link/) as string } },
    });
  });
});

describe.skipIf(process.platform === 'win32')('run_autograder', () => {
  const results = at('results/results.json');

  beforeAll(() => {
    for (const [file, text] of contents) put(at('source', file), text);
    for (const script of ['setup.sh', 'run_autograder']) chmodSync(at('source', script), 0o755);
    symlinkSync(join(root, 'node_modules'), at('source/course/node_modules'));
    copyFileSync(at('source/run_autograder'), at('run_autograder'));
  });

  function grade(files: Readonly<Record<string, string>>): {
    score: number;
    output: string;
    tests: unknown[];
  } {
    rmSync(at('submission'), { recursive: true, force: true });
    mkdirSync(at('submission'));
    for (const [file, text] of Object.entries(files)) put(at('submission', file), text);
    const { status } = spawnSync('bash', [at('run_autograder'), folder], { cwd: folder, stdio: 'ignore' });
    expect(status).toBe(0);
    return JSON.parse(readFileSync(results, 'utf8')) as ReturnType<typeof grade>;
  }

  it('gives right code its points', () => {
    expect(grade({ 'exercise.ts': solution })).toMatchObject({ score: 4, output: '4 of 4 points, 100 %' });
  });

  it('says in words that nothing was handed in', () => {
    expect(grade({ 'odd name \n;$(id)/notes.txt': '' }).output).toMatch(
      /^Nothing could be graded\. It holds no/,
    );
  });

  it('gives code that reaches for the results nothing', () => {
    const taken = at('taken');
    const hostile = `import { todo } from '#kit/todo';
      const fs = globalThis.process?.getBuiltinModule?.('node:fs');
      fs?.writeFileSync(${JSON.stringify(results)}, '{"score": 100}');
      fs?.writeFileSync(${JSON.stringify(taken)}, 'written');
      console.log('{"score": 100}');
      export const mean = (values: Float32Array) => values.length;
      export const center = () => todo('center');`;
    expect(grade({ 'exercise.ts': hostile })).toMatchObject({ score: 0 });
    expect(existsSync(taken)).toBe(false);
  });

  it('answers in words when the autograder itself is broken', () => {
    put(at('source/settings.json'), 'no JSON');
    expect(grade({ 'exercise.ts': solution })).toMatchObject({ score: 0, tests: [] });
    expect(readFileSync(results, 'utf8')).toContain('the autograder itself failed');
  });
});

describe.skipIf(process.platform === 'win32')('setup.sh', () => {
  /** Runs it with commands that only write down how they were called. */
  function setUp(broken: string): { status: number | null; calls: string } {
    const bare = mkdtempSync(join(folder, 'bare-'));
    const log = join(bare, 'calls');
    writeFileSync(log, '');
    for (const name of ['apt-get', 'curl', 'tee', 'mkdir', 'npm', 'node', 'chmod']) {
      const ending = name === broken ? 'exit 1' : 'exit 0';
      const reading = name === 'tee' ? 'while read -r _; do :; done\n' : '';
      writeFileSync(join(bare, name), `#!/bin/bash\n${reading}echo "${name} $*" >> "${log}"\n${ending}\n`);
      chmodSync(join(bare, name), 0o755);
    }
    mkdirSync(join(bare, 'source/course'), { recursive: true });
    const { status } = spawnSync('/bin/bash', [join(root, 'templates/gradescope/setup.sh'), bare], {
      env: { PATH: bare },
      stdio: 'ignore',
    });
    return { status, calls: readFileSync(log, 'utf8') };
  }

  it('installs the packages, and tries the autograder', () => {
    const { status, calls } = setUp('');
    expect(status).toBe(0);
    expect(calls).toMatch(/npm ci .*\nnode src\/cli\/run\.mjs autograde \.\.\/settings\.json --check\n$/);
    expect(calls).not.toContain('apt-get');
  });

  it('installs Node where there is an old one, and fails where that did not help', () => {
    const { status, calls } = setUp('node');
    expect(status).not.toBe(0);
    expect(calls).toMatch(/apt-get install .*nodejs/);
    expect(calls).not.toContain('npm');
  });

  it('fails where the packages cannot be installed', () => {
    expect(setUp('npm').status).not.toBe(0);
  });
});
