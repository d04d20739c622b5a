import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startVitest } from 'vitest/node';
import { lessonsProject, located, listLessons, progressOf, root, type Lesson } from '#kit/course';
import type { Failure } from '#kit/testing';
import { lessonReporter, type RunReport } from '#kit/testing/reporter';
import type { Page } from './page';

/** What `npm test` was asked for. */
export interface LessonRun {
  readonly lessons: readonly Lesson[];
  readonly backend: string;
  readonly seed: number;
  /** Only this case of this test. */
  readonly replay?: { readonly test: number; readonly path: string };
}

/** Runs the tests of some lessons on the learner's exercises, in vitest. */
export async function runLessons({ lessons, backend, seed, replay }: LessonRun): Promise<Page> {
  const present = lessons.filter((lesson) => existsSync(join(root, lesson.exercise)));
  const absent = lessons.filter((lesson) => !present.includes(lesson));
  const troubles = new Map(absent.map((lesson) => [lesson.name, missingFile(lesson)]));
  const report = present.length === 0 ? nothingRan : await runVitest(present, { backend, seed, ...replay });
  return {
    lessons: progressOf(lessons, report, troubles),
    partial: lessons.length < listLessons().length,
    replayed: replay !== undefined,
    backend,
    strayErrors: report.strayErrors.map(located),
    printed: report.printed,
  };
}

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const bundle = fileURLToPath(new URL('.', import.meta.url));

const nothingRan: RunReport = { tests: [], brokenFiles: [], strayErrors: [], printed: [] };

function missingFile({ exercise, blank }: Lesson): Failure {
  const sentence = `${exercise} is missing. This puts the empty one back:\n\ncp ${blank} \\\n   ${exercise}`;
  return { kind: 'error', sentence };
}

async function runVitest(
  lessons: readonly Lesson[],
  run: { backend: string; seed: number; test?: number; path?: string },
): Promise<RunReport> {
  const { backend, ...options } = run;
  let report = nothingRan;
  const vitest = await startVitest(
    'test',
    [],
    {
      ...lessonsProject,
      config: false,
      root,
      include: lessons.map((lesson) => lesson.test),
      watch: false,
      env: { COMMON_SCALE_BACKEND: backend },
      provide: { run: options, answerKeys: pathToFileURL(`${bundle}answer-keys.js`).href },
      reporters: [
        lessonReporter((finished) => {
          report = finished;
        }),
      ],
      server: { deps: { external: [/\/\.common-scale\//] } },
    },
    { resolve: { alias: [{ find: /^#kit\/(testing|gpu|data|todo)$/, replacement: `${bundle}$1.js` }] } },
  );
  await vitest.close();
  return report;
}
