import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { findLesson, listLessons, root } from '#kit/course';
import type { Debugged } from './debugger/debug';
import type { Visit } from './debugger/visit';
import { Sandbox } from './sandbox';

interface Configuration {
  readonly name: string;
  readonly type: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly autoAttachChildProcesses: boolean;
}

const { configurations } = JSON.parse(readFileSync(join(root, '.vscode/launch.json'), 'utf8')) as {
  configurations: readonly Configuration[];
};

/** Node 20 has them behind a door of their own. */
const forWebSockets = typeof WebSocket === 'undefined' ? ['--experimental-websocket'] : [];

const lesson = findLesson(listLessons(), '02')!;

describe('.vscode/launch.json', () => {
  it('starts npm test for the lesson whose file is open, on cpu or on dev', () => {
    expect(configurations.map(({ type, args }) => [type, ...args])).toEqual([
      ['node', 'test', '${fileDirnameBasename}'],
      ['node', 'test', '${fileDirnameBasename}', '--backend', 'dev'],
    ]);
  });
});

describe('a debugger', () => {
  const course = new Sandbox();
  afterAll(() => course.dispose());

  it('stops in an exercise, and inside its kernel, for as long as somebody looks', async () => {
    course.copy(lesson.solution, lesson.exercise);
    const [, intoKernels] = configurations;
    const lines = readFileSync(join(course.path, lesson.exercise), 'utf8').split('\n');
    const lineOf = (code: string) => lines.findIndex((line) => line.includes(code)) + 1;
    const onHost = lineOf('return total / values.length');
    const inKernel = lineOf('return values[this.thread.x] - mean');
    const debugged = await debug(intoKernels!, {
      file: lesson.exercise,
      lines: [
        // Longer than any test may take that nobody looks at.
        { line: onHost, expression: 'total', milliseconds: 3_500 },
        { line: inKernel, expression: 'this.thread.x', milliseconds: 0 },
      ],
    });
    expect(debugged.stops).toEqual([
      { line: onHost, functionName: 'mean', value: expect.stringMatching(/^[\d.]+$/) },
      { line: inKernel, functionName: expect.any(String), value: '0' },
    ]);
    expect(debugged).toMatchObject({ code: 0, processes: 2 });
    expect(debugged.out).toContain('kernels ran on dev');
    expect(debugged.out).toMatch(/✓ 02 .* done/);
  });

  /** Starts what the editor would start. */
  async function debug({ program, args, cwd }: Configuration, visit: Visit): Promise<Debugged> {
    const filled = [program, ...args].map((text) =>
      text.replace('${workspaceFolder}', course.path).replace('${fileDirnameBasename}', lesson.name),
    );
    expect(cwd).toBe('${workspaceFolder}');
    const { VITEST: _, ...env } = process.env;
    const script = new URL('debugger/debug.ts', import.meta.url).pathname;
    const task = JSON.stringify({ command: filled, visit });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', ...forWebSockets, script, task],
      { cwd: course.path, env: { ...env, COMMON_SCALE_SECONDS: '1' } },
    );
    return JSON.parse(stdout) as Debugged;
  }
});
