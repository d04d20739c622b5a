import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import type { Ended } from './run-in';
import { Sandbox } from './sandbox';
import { lessonNumbered } from '../course/temporary-course';

const [first, second] = [lessonNumbered('01'), lessonNumbered('02')];

/** As a learner's git might be set up: nothing is taken from the machine that runs the test. */
const settings = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.org',
  GIT_COMMITTER_NAME: 'Somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.org',
};

function shell({ path }: Sandbox, command: string): Ended {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: path,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings },
  });
  return { code: status, out: stdout, err: stderr };
}

function must(course: Sandbox, command: string): void {
  const { code, out, err } = shell(course, command);
  expect(code, `${command}\n${out}${err}`).toBe(0);
}

/** The lines with git that the README gives for a newer course. */
const [commit = '', pull = ''] = readFileSync(join(root, 'README.md'), 'utf8')
  .split('## A newer course')[1]!
  .split('\n')
  .filter((line) => line.startsWith('git '));

const mine = `${readFileSync(join(root, second.solution), 'utf8')}\n// A line of mine.\n`;
const textOf = ({ path }: Sandbox, file: string) => readFileSync(join(path, file), 'utf8');

let authors: Sandbox;
let learner: Sandbox;

/** A learner's clone, in which lesson 02 is done, and a course that goes on meanwhile. */
beforeEach(() => {
  [authors, learner] = [new Sandbox(), new Sandbox()];
  for (const course of [authors, learner]) {
    for (const file of ['.gitattributes', '.gitignore']) cpSync(join(root, file), join(course.path, file));
    must(course, 'git init --quiet -b main && echo node_modules >> .git/info/exclude');
  }
  must(authors, 'git add --all && git commit --quiet -m "The course"');
  must(learner, `git remote add origin "${authors.path}" && git fetch --quiet`);
  must(learner, 'git reset --quiet origin/main && git branch --quiet -u origin/main');
  must(learner, 'git diff --exit-code HEAD');

  learner.write(second.exercise, mine);
  learner.write(`${second.folder}/helper.ts`, 'export const half = 0.5;\n');

  const newer = (file: string, edit: (text: string) => string) =>
    authors.write(file, edit(textOf(authors, file)));
  for (const stub of [second.blank, second.exercise]) {
    // Another docstring above what the learner has written, and a new function below.
    newer(stub, (text) => `${text.replace('/**', '/**\n * Newer words.')}\n${MEDIAN}`);
  }
  for (const stub of [first.blank, first.exercise]) newer(stub, (text) => `${text}// A newer stub.\n`);
  newer(second.test, (text) => text.replace(/^( *)task\(/m, `$1${MEDIAN_TEST}\n$1task(`));
  newer(second.readme, (text) => `${text}\nNewer words.\n`);
  newer('src/todo/index.ts', (text) => `${text}// A newer kit.\n`);
  must(authors, 'git commit --quiet --all -m "A newer course"');
});
afterEach(() => {
  for (const course of [authors, learner]) course.dispose();
});

const MEDIAN = `export function median(values: Float32Array): number {\n  return todo('median');\n}\n`;
const MEDIAN_TEST = `task('median', { points: 1 }, () => {
  example('one value has a median', async ({ median }) => void (await median(Float32Array.of(3))));
});`;

describe('a newer course is pulled over exercises', () => {
  it('that are in a commit: none loses a line, and what is new is there, or named', () => {
    // The other way round, "ours" would be the authors'.
    must(learner, 'git config pull.rebase true');
    must(learner, commit);
    must(learner, pull);
    expect(textOf(learner, second.exercise)).toBe(mine);
    expect(textOf(learner, `${second.folder}/helper.ts`)).toBe('export const half = 0.5;\n');
    for (const file of [first.exercise, second.blank, second.readme, second.test, 'src/todo/index.ts']) {
      expect(textOf(learner, file)).toBe(textOf(authors, file));
    }
    must(learner, 'git diff --exit-code HEAD');
    const { code, out } = learner.test(['2']);
    expect(code).toBe(1);
    expect(out).toContain('16 of 17, 1 failing');
    expect(out).toContain('Your file exports no function named median.');
    expect(out).toContain(`where     ${second.blank}`);
    learner.write(second.exercise, `import { todo } from '#kit/todo';\n${mine}${MEDIAN}`);
    expect(learner.test(['2']).out).toMatch(/◐ 02 .* in progress, 16 of 17/);
  });

  it('that are in no commit: nothing happens', () => {
    const { code, err } = shell(learner, pull);
    expect(code).not.toBe(0);
    expect(err).toContain(second.exercise);
    expect(textOf(learner, second.exercise)).toBe(mine);
    expect(textOf(learner, second.readme)).not.toBe(textOf(authors, second.readme));
  });

  it('without the option: git stops, and has not written its marks into an exercise', () => {
    must(learner, commit);
    expect(shell(learner, 'git pull --no-rebase --no-edit').code).not.toBe(0);
    expect(textOf(learner, second.exercise)).toBe(mine);
  });
});

describe('a newer course is unpacked beside the old one', () => {
  it('and brings what was written there', () => {
    must(authors, 'rm -rf .git');
    must(learner, 'rm -rf .git');
    const { code, out } = authors.run('bring', [learner.path]);
    expect(code).toBe(0);
    expect(out).toMatch(/What they lack\n {2}Lesson 02: `median`/);
    expect(out).toContain(`Came along\n  ${second.folder}/helper.ts`);
    expect(textOf(authors, second.exercise)).toBe(mine);
    expect(textOf(authors, first.exercise)).toContain('// A newer stub.');
  });
});
