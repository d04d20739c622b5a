import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVitest, type Vitest } from 'vitest/node';
import {
  exerciseState,
  lessonsProject,
  located,
  listLessons,
  progressOf,
  rememberProgress,
  root,
  verdictKeys,
  type Lesson,
} from '#kit/course';
import { lessonReporter } from '#kit/testing/reporter';
import {
  ErrorStream,
  lastWords,
  MOST_SECONDS,
  MOST_SECONDS_BESIDE_CPU,
  NOTHING_RAN,
  runToTheEnd,
  type Ended,
  type Told,
} from '#kit/testing/watchdog';
import type { Page } from '../page';
import { absence } from './absence';
import { ForkKeeper } from './kept-fork';

/** What to run of some lessons. */
export interface LessonRun {
  readonly lessons: readonly Lesson[];
  readonly seed: number;
  /** Only this case of this test. */
  readonly replay?: { readonly test: number; readonly path: string };
}

/** The tests of the lessons, ready to run on the learner's exercises as often as wanted. */
export interface OpenLessons {
  /** @throws the signal's reason, when it is given up: the process that runs the tests is ended */
  run(run: LessonRun, signal?: AbortSignal): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts vitest.
 * @param backend where kernels run
 * @param complain hears what processes write on standard error
 */
export async function openLessons(
  backend: string,
  complain: (text: string) => void = (text) => process.stderr.write(text),
): Promise<OpenLessons> {
  const keeper = new ForkKeeper();
  const stderr = new ErrorStream();
  let report = NOTHING_RAN;
  const reporter = lessonReporter((finished) => {
    report = finished;
  });
  const vitest = await withoutItsListeners(() =>
    createVitest(
      'test',
      {
        ...lessonsProject,
        config: false,
        root,
        include: ['lessons/*/exercise.test.ts'],
        watch: false,
        pool: keeper,
        env: { COMMON_SCALE_BACKEND: backend },
        provide: { answerKeys: pathToFileURL(`${bundle}answer-keys.js`).href },
        reporters: [reporter],
        server: { deps: { external: [/\/\.common-scale\//] } },
      },
      { resolve: { alias: [{ find: /^#kit\/(testing|gpu|data|todo)$/, replacement: `${bundle}$1.js` }] } },
      { stderr },
    ),
  );
  reporter.onInit?.(vitest);
  const [project] = vitest.projects;

  /** One process, until it is through or ends. */
  async function once({ lessons, seed, replay }: LessonRun, told: Told | undefined): Promise<Ended> {
    report = NOTHING_RAN;
    stderr.text = '';
    // Not removed: a process that is kept goes on writing into the same file.
    writeFileSync(logbook, '');
    forgetExercises(vitest);
    vitest.provide('run', { seed, ...replay });
    vitest.provide('watch', told && { logbook, thread, told, seconds: mostSeconds(backend) });
    const files = lessons.map((lesson) => join(root, lesson.test));
    await vitest.runTestSpecifications(files.flatMap((file) => project?.createSpecification(file) ?? []));
    // A process that ends too early says so in pages of figures, and the page says it in a sentence.
    if (report.unfinished.length === 0 && stderr.text !== '') complain(stderr.text);
    return { report, lastWords: lastWords(logbook), errors: stderr.text };
  }

  return {
    async run(run, signal) {
      const keys = verdictKeys(run.lessons);
      const absent = new Map(
        run.lessons.flatMap((lesson) => {
          const failure = absence(lesson);
          return failure === undefined ? [] : [[lesson.name, failure]];
        }),
      );
      const present = run.lessons.filter(({ name }) => !absent.has(name));
      // Stubs alone need no watching.
      const begun = present.some((lesson) => exerciseState(lesson) !== 'blank');
      signal?.throwIfAborted();
      const giveUp = () => keeper.giveUp();
      keeper.begin();
      signal?.addEventListener('abort', giveUp);
      let processes = 0;
      const whole = await runToTheEnd(
        present.map((lesson) => lesson.name),
        async (names, told) => {
          processes += 1;
          const lessons = present.filter((lesson) => names.includes(lesson.name));
          const ended = await once({ ...run, lessons }, begun ? told : undefined);
          signal?.throwIfAborted();
          return ended;
        },
      ).finally(() => signal?.removeEventListener('abort', giveUp));
      // What one run has left behind, or was told, is not for the next.
      if (whole.report.soiled || whole.report.strayErrors.length > 0 || processes > 1) keeper.retire();
      const lessons = progressOf(run.lessons, whole.report, new Map([...absent, ...whole.unloadable]));
      const isWhole = run.replay === undefined && whole.report.strayErrors.length === 0;
      if (isWhole && backend === 'cpu') rememberProgress(lessons, keys);
      return {
        lessons,
        partial: run.lessons.length < listLessons().length,
        replayed: run.replay !== undefined,
        backend,
        strayErrors: whole.report.strayErrors.map(located),
        printed: whole.report.printed,
      };
    },
    async close() {
      keeper.giveUp();
      await vitest.close();
      rmSync(logbook, { force: true });
    },
  };
}

/**
 * vitest, as a command of its own, ends the process at signals and at errors that nobody has caught. Here it is a
 * part of another command, which has a terminal to give back, and words for errors.
 */
async function withoutItsListeners<Result>(start: () => Promise<Result>): Promise<Result> {
  const events = ['unhandledRejection', 'uncaughtException', 'SIGINT', 'SIGTERM'] as const;
  const before = new Map(events.map((event) => [event, process.rawListeners(event)]));
  const result = await start();
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!before.get(event)?.includes(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return result;
}

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const bundle = fileURLToPath(new URL('.', import.meta.url));

const logbook = `${bundle}logbook.${process.pid}`;
const thread = pathToFileURL(`${bundle}watchdog.js`).href;

/** Lets every exercise, and whatever else is a learner's own, load anew, with the state of its beginning. */
function forgetExercises(vitest: Vitest): void {
  const loaded = vitest.projects.flatMap(({ vite }) =>
    Object.values(vite.environments).flatMap(({ moduleGraph }) => [...moduleGraph.fileToModulesMap.keys()]),
  );
  for (const file of new Set(loaded)) {
    if (/[\\/](?:node_modules|\.common-scale)[\\/]/.test(file)) continue;
    vitest.invalidateFile(file);
    // The one before is of this process, and this is of the process that runs the tests.
    vitest.watcher.invalidates.add(file);
  }
}

/** How long one test may take. A very slow machine may be given more. */
function mostSeconds(backend: string): number {
  const asked = Number(process.env['COMMON_SCALE_SECONDS']);
  if (asked > 0) return asked;
  return backend === 'cpu' ? MOST_SECONDS : MOST_SECONDS_BESIDE_CPU;
}
