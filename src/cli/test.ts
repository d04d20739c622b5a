import type { LessonProgress } from '#kit/course';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { chosenBackend } from './chosen-backend';
import { chosenLessons } from './chosen-lessons';
import { isRed } from './page';
import { renderPage } from './render-page';
import { runLessons } from './run-lessons';
import { thisTerminal } from './terminal';

const usage = `npm test                 all lessons
npm test 03              one lesson; 3 and 03-std-scaling mean the same
npm test 03 -- OPTIONS
  --backend NAME         where kernels run: cpu (default), webasm, or dev: as plain
                         functions, which a debugger can step through
  --seed NUMBER          the random data of an earlier run
  --path TEST/PATH       with --seed: exactly the case that a failing test named
  --json                 the results as one JSON object`;

const commandOptions = {
  backend: { type: 'string' },
  seed: { type: 'string' },
  path: { type: 'string' },
  json: flag,
} as const;

await runCommand(usage, commandOptions, async ({ values, positionals }) => {
  const backend = chosenBackend(values.backend);
  const lessons = chosenLessons(positionals);
  if (values.path !== undefined && (lessons.length !== 1 || values.seed === undefined)) {
    throw new UsageError('--path goes with one lesson and a --seed: npm test 03 -- --seed 7 --path 4/02c');
  }
  // The process that runs the exercises inherits it: what they print ends up on this page.
  const terminal = thisTerminal();
  if (terminal.colour.level === 0) process.env['NO_COLOR'] = '1';
  const page = await runLessons({
    lessons,
    backend,
    seed: seedOf(values.seed),
    ...(values.path === undefined ? {} : { replay: replayOf(values.path) }),
  });
  if (page.replayed && page.lessons.every(ranNothing)) {
    throw new UsageError(`The lesson has no test that --path ${values.path} could mean.`);
  }
  writeAnswer(
    values.json,
    () => page,
    () => renderPage(page, terminal),
  );
  return isRed(page) ? 1 : 0;
});

/** vitest calls a test file broken in which nothing was asked for. */
function ranNothing({ lesson, total, trouble }: LessonProgress): boolean {
  return total === 0 && (trouble === undefined || trouble.place?.file === lesson.test);
}

function seedOf(text: string | undefined): number {
  // fast-check takes seeds of 32 bits.
  if (text === undefined) return Math.floor(Math.random() * 2 ** 31);
  const seed = Number(text);
  if (Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed takes a whole number, not "${text}".`);
}

function replayOf(text: string): { test: number; path: string } {
  const [, test, path] = /^(\d+)\/([\da-z.]*)$/.exec(text) ?? [];
  if (test !== undefined && path !== undefined) return { test: Number(test), path };
  throw new UsageError(`--path takes what a failing test printed, such as 4/02c, not "${text}".`);
}
