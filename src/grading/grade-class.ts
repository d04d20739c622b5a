import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledSuite, findLesson, listLessons } from '#kit/course';
import { buildInside } from './build-inside';
import type { GradingOptions } from './grader-messages';
import { gradeAll, type GradingListener } from './graders';
import { findWalls, type Walls } from './isolation/walls';
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
  const temporary = mkdtempSync(join(tmpdir(), 'common-scale-'));
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
    const program = fileURLToPath(new URL('grader.js', new URL(`file://${rooms}`)));
    return {
      walls,
      grade: (submissions, jobs, listener, signal) =>
        gradeAll(submissions, { program, setup, jobs }, listener, signal),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
