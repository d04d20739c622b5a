import {
  currentLesson,
  hasSolution,
  lessonWith,
  type Lesson,
  type LessonProgress,
  type Status,
} from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import type { Failure } from '#kit/testing';
import type { Page } from './page';

export type Step = readonly [verb: string, what: string];

/** How the steps are taken: with commands, or with keys. */
export interface Ways {
  /** Runs tests: of one lesson, or of all. */
  run(lesson?: string): readonly Step[];
  hint(lesson: string): string;
  read(lesson: Lesson): string;
  /** What to do when a lesson is done. */
  done(progress: LessonProgress): readonly Step[];
}

const commands: Ways = {
  run: (lesson) => [['Run', lesson === undefined ? 'npm test' : `npm test ${lesson}`]],
  hint: (lesson) => `npm run hint ${lesson}`,
  read: ({ readme }) => readme,
  done: ({ lesson, status }) => [
    ...(hasSolution(lesson) ? [besideSolution(lesson, status)] : []),
    ['Run', 'npm test'],
  ],
};

function besideSolution({ number, solution }: Lesson, status: Status): Step {
  return status === 'adopted'
    ? ['Read', `${solution}, with its reasons`]
    : ['Compare', `npm run compare ${number}`];
}

/**
 * What to do now: mend what fails, else go on with what is begun, else begin the next lesson.
 * @returns nothing where what happened says it itself
 */
export function nextStep(
  page: Page,
  failing: LessonProgress | undefined,
  terminal: Terminal,
  ways = commands,
): string | undefined {
  const { lessons, partial, strayErrors } = page;
  if (failing !== undefined) return written('Next', mend(failing, ways), terminal);
  if (strayErrors.length > 0) return written('Next', mendStray(strayErrors, ways), terminal);
  const open = currentLesson(lessons);
  if (open === undefined) return written(partial ? 'Done' : allDone, afterAll(page, ways), terminal);
  const waitsFor = earlierExercise(open);
  if (waitsFor !== undefined) return written('First', [...write(waitsFor), ...ways.run()], terminal);
  if (open.status === 'in progress') return written('Next', goOn(open, ways), terminal);
  const first = partial || lessons.every((lesson) => lesson.status === 'not started');
  const title = first ? 'Begin here' : `Next: lesson ${open.lesson.number}`;
  return written(title, [['Read', ways.read(open.lesson)], ...goOn(open, ways)], terminal);
}

const allDone = 'All done. Every test of every lesson passes.';

function mend({ lesson, trouble, failed: [first] }: LessonProgress, ways: Ways): Step[] {
  const file = trouble?.place?.file ?? lesson.exercise;
  const look = trouble !== undefined || first === undefined ? '' : `, and look at \`${first.task}\``;
  return [['Open', file + look], ['Stuck?', ways.hint(lesson.number)], ...ways.run(lesson.number)];
}

function mendStray([first]: readonly Failure[], ways: Ways): Step[] {
  const file = first?.place?.file;
  return [...(file === undefined ? [] : [['Open', file] as const]), ...ways.run()];
}

function goOn({ lesson, missing }: LessonProgress, ways: Ways): Step[] {
  return [
    ['Open', lesson.exercise + (missing === undefined ? '' : `, and write \`${missing}\``)],
    ...ways.run(lesson.number),
  ];
}

/** A function of an earlier lesson that this one calls, and that is not written yet. */
function earlierExercise({ missing, tasks }: LessonProgress): string | undefined {
  return missing === undefined || tasks.includes(missing) ? undefined : missing;
}

function write(exercise: string): Step[] {
  const file = lessonWith(exercise)?.exercise ?? 'an earlier lesson';
  return [['Open', `${file}, and write \`${exercise}\`: this lesson builds on it`]];
}

function afterAll({ lessons, partial }: Page, ways: Ways): readonly Step[] {
  const [lesson] = lessons;
  if (partial && lesson !== undefined) return ways.done(lesson);
  const solved = lessons.find(({ lesson }) => hasSolution(lesson));
  if (solved === undefined) return [['See', 'what your functions draw: npm run lab']];
  return [['Compare', `each lesson with its solution: npm run compare ${solved.lesson.number}`]];
}

function written(title: string, steps: readonly Step[], terminal: Terminal): string | undefined {
  if (steps.length === 0) return undefined;
  const lines = steps.map(([verb, what]) => indented(terminal, `  ${verb.padEnd(8)}`, what));
  return [terminal.colour.bold(title), ...lines].join('\n');
}
