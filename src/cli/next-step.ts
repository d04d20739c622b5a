import { lessonWith, type LessonProgress } from '#kit/course';
import type { Failure } from '#kit/testing';
import type { Page } from './page';
import { indented, type Terminal } from './terminal';

type Step = readonly [verb: string, what: string];

/** What to do now: mend what fails, else go on with what is begun, else begin the next lesson. */
export function nextStep(page: Page, failing: LessonProgress | undefined, terminal: Terminal): string {
  const { lessons, partial, strayErrors } = page;
  if (failing !== undefined) return written('Next', mend(failing), terminal);
  if (strayErrors.length > 0) return written('Next', mendStray(strayErrors), terminal);
  const open = lessons.find(({ status }) => status !== 'done' && status !== 'adopted');
  if (open === undefined) return written(partial ? 'Done' : allDone, compare(page), terminal);
  const waitsFor = earlierExercise(open);
  if (waitsFor !== undefined) return written('First', [...write(waitsFor), ['Run', 'npm test']], terminal);
  if (open.status === 'in progress') return written('Next', goOn(open), terminal);
  const first = partial || lessons.every((lesson) => lesson.status === 'not started');
  const title = first ? 'Begin here' : `Next: lesson ${open.lesson.number}`;
  return written(title, [['Read', open.lesson.readme], ...goOn(open)], terminal);
}

const allDone = 'All done. Every test of every lesson passes.';

function mend({ lesson, trouble, failed: [first] }: LessonProgress): Step[] {
  const file = trouble?.place?.file ?? lesson.exercise;
  const look = trouble !== undefined || first === undefined ? '' : `, and look at \`${first.task}\``;
  return [
    ['Open', file + look],
    ['Stuck?', `npm run hint ${lesson.number}`],
    ['Run', `npm test ${lesson.number}`],
  ];
}

function mendStray([first]: readonly Failure[]): Step[] {
  const file = first?.place?.file;
  return [...(file === undefined ? [] : [['Open', file] as const]), ['Run', 'npm test']];
}

function goOn({ lesson, missing }: LessonProgress): Step[] {
  return [
    ['Open', lesson.exercise + (missing === undefined ? '' : `, and write \`${missing}\``)],
    ['Run', `npm test ${lesson.number}`],
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

function compare({ lessons, partial }: Page): Step[] {
  const [lesson] = lessons;
  if (lesson === undefined || !partial) return [['Compare', 'what you wrote with solutions/']];
  return [
    ['Compare', lesson.lesson.solution],
    ['Run', 'npm test'],
  ];
}

function written(title: string, steps: readonly Step[], terminal: Terminal): string {
  const lines = steps.map(([verb, what]) => indented(terminal, `  ${verb.padEnd(8)}`, what));
  return [terminal.colour.bold(title), ...lines].join('\n');
}
