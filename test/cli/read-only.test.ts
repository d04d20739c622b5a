import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLesson, listLessons, root } from '#kit/course';
import type { Ended } from './run-in';
import { Sandbox } from './sandbox';

// For root nothing is read-only. So a user looks on who owns nothing: the course is there for reading only.
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const lesson = findLesson(listLessons(), '01')!;

let course: Sandbox;
beforeEach(() => {
  course = new Sandbox();
  course.copy(lesson.solution, lesson.exercise);
  chmodSync(course.path, isRoot ? 0o755 : 0o555);
  if (!isRoot) for (const folder of ['lessons', lesson.folder]) chmodSync(join(course.path, folder), 0o555);
  if (!isRoot) chmodSync(join(course.path, lesson.exercise), 0o444);
});
afterEach(() => {
  if (!isRoot)
    for (const folder of ['.', 'lessons', lesson.folder]) chmodSync(join(course.path, folder), 0o755);
  course.dispose();
});

function runAsNobody(command: string, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', command, ...args], {
    cwd: course.path,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/' },
    ...identity,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Nobody may have no way to Node itself, or to the packages: then there is nothing to try. */
function canTry(): boolean {
  if (process.platform === 'win32') return false;
  if (!isRoot) return true;
  const { status } = spawnSync(process.execPath, ['-e', `process.chdir(${JSON.stringify(root)})`], identity);
  return status === 0;
}

describe.runIf(canTry())('a course in a folder that is read-only', () => {
  it.each(['test', 'start', 'hint', 'list'])('says so in a sentence: %s', (command) => {
    const { code, out, err } = runAsNobody(command);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('cannot write into its folder .common-scale');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('runs where only the git-ignored folder can be written, and names what cannot', () => {
    const own = join(course.path, '.common-scale');
    if (!isRoot) chmodSync(course.path, 0o755);
    mkdirSync(own);
    chmodSync(own, 0o777);
    expect(() => accessSync(own, constants.W_OK)).not.toThrow();
    const test = runAsNobody('test', '01');
    expect(test).toMatchObject({ code: 0 });
    expect(test.out).toContain('✓ 01  Hello kernel  done');
    const reset = runAsNobody('reset', '01');
    expect(reset.code).toBe(1);
    expect(reset.err).toContain('read-only');
    expect(reset.err).not.toMatch(/^\s+at /m);
    expect(course.read(lesson.exercise)).toBe(course.read(lesson.solution));
  });
});
