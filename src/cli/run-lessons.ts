import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startVitest } from 'vitest/node';
import { lessonsProject, located, listLessons, progressOf, root, type Lesson } from '#kit/course';
import type { Failure } from '#kit/testing';
import { lessonReporter, type RunReport } from '#kit/testing/reporter';
import {
  ErrorStream,
  lastWords,
  MOST_SECONDS,
  MOST_SECONDS_ON_WEBASM,
  runToTheEnd,
  type Ended,
  type WatchSettings,
} from '#kit/testing/watchdog';
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
  const begun = present.some((lesson) => textOf(lesson.exercise) !== textOf(lesson.blank));
  const { report, unloadable } = await runToTheEnd(
    present.map((lesson) => lesson.name),
    (names, told) => {
      const some = present.filter((lesson) => names.includes(lesson.name));
      const watch = { logbook, thread, told, seconds: mostSeconds(backend) };
      // Stubs alone need no watching.
      return runVitest(some, { backend, seed, ...replay }, begun ? watch : undefined);
    },
  );
  const troubles = new Map([
    ...absent.map((lesson) => [lesson.name, missingFile(lesson)] as const),
    ...unloadable,
  ]);
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

const logbook = `${bundle}logbook.${process.pid}`;
const thread = pathToFileURL(`${bundle}watchdog.js`).href;

const nothingRan: RunReport = { tests: [], unfinished: [], printed: [], brokenFiles: [], strayErrors: [] };

/** How long one test may take. A very slow machine may be given more. */
function mostSeconds(backend: string): number {
  const asked = Number(process.env['COMMON_SCALE_SECONDS']);
  if (asked > 0) return asked;
  return backend === 'webasm' ? MOST_SECONDS_ON_WEBASM : MOST_SECONDS;
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function missingFile({ exercise, blank }: Lesson): Failure {
  const sentence = `${exercise} is missing. This puts the empty one back:\n\ncp ${blank} \\\n   ${exercise}`;
  return { kind: 'error', sentence };
}

async function runVitest(
  lessons: readonly Lesson[],
  run: { backend: string; seed: number; test?: number; path?: string },
  watch: WatchSettings | undefined,
): Promise<Ended> {
  const { backend, ...options } = run;
  let report: RunReport = nothingRan;
  const stderr = new ErrorStream();
  rmSync(logbook, { force: true });
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
      provide: {
        run: options,
        answerKeys: pathToFileURL(`${bundle}answer-keys.js`).href,
        ...(watch === undefined ? {} : { watch }),
      },
      reporters: [
        lessonReporter((finished) => {
          report = finished;
        }),
      ],
      server: { deps: { external: [/\/\.common-scale\//] } },
    },
    { resolve: { alias: [{ find: /^#kit\/(testing|gpu|data|todo)$/, replacement: `${bundle}$1.js` }] } },
    { stderr },
  );
  await vitest.close();
  // A process that ends too early says so in pages of figures, and the page says it in a sentence.
  if (report.unfinished.length === 0) process.stderr.write(stderr.text);
  const words = lastWords(logbook);
  rmSync(logbook, { force: true });
  return { report, lastWords: words, errors: stderr.text };
}
