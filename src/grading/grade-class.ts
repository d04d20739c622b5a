import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledSuite, findLesson, listLessons } from '#kit/course';
import type { GradingOptions } from './grader-messages';
import { gradeAll, type GradingListener } from './graders';
import { buildInside } from './isolation/build-inside';
import { findWalls } from './isolation/find-walls';
import type { Walls } from './isolation/walls';
import { limitedEsbuild } from './limited-esbuild';
import type { Submission } from './submission';

/** A class that can be graded: everything built that grading needs, until it is closed. */
export interface Classroom {
  /** What stands around the processes that run submissions, on this machine. */
  readonly walls: Walls;
  grade(
    submissions: readonly Submission[],
    jobs: number,
    listener: GradingListener,
    signal?: AbortSignal,
  ): Promise<void>;
  close(): void;
}

/** @param rooms the folder of the command that runs: the bundled rooms, the grader and the answer keys lie there */
export async function openClassroom(options: GradingOptions, rooms: string): Promise<Classroom> {
  removeStale();
  const temporary = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const close = () => rmSync(temporary, { recursive: true, force: true });
  try {
    const files = await buildInside(temporary);
    const suites: Record<string, string> = {};
    for (const name of options.lessons) {
      const lesson = findLesson(listLessons('src/course/blank'), name);
      if (lesson !== undefined) suites[name] = await bundledSuite(lesson, rooms);
    }
    const walls = findWalls(files.inside, files.readable);
    const setup = { kind: 'set up', ...options, suites, cell: { walls, ...files } } as const;
    const environment = limitedEsbuild(temporary);
    const program = fileURLToPath(new URL('grader.js', new URL(`file://${rooms}`)));
    return {
      walls,
      grade: (submissions, jobs, listener, signal) =>
        gradeAll(submissions, { program, environment, setup, jobs }, listener, signal),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

const PREFIX = 'common-scale-grading-';

/** What those have left behind that were killed. */
function removeStale(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
