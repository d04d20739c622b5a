import type { LessonProgress } from '#kit/course';
import type { Page } from './page';
import { indented, type Terminal } from './terminal';

type Step = readonly [verb: string, what: string];

/** What to do now: mend what fails, else go on with what is begun, else begin the next lesson. */
export function nextStep(page: Page, failing: LessonProgress | undefined, terminal: Terminal): string {
  const { lessons, partial } = page;
  if (failing !== undefined) return written('Next', mend(failing), terminal);
  const open = lessons.find((lesson) => lesson.status !== 'done');
  if (open === undefined) return terminal.colour.bold(partial ? 'Done. Now run: npm test' : allDone);
  if (open.status === 'in progress') return written('Next', goOn(open), terminal);
  const first = !partial && lessons.every((lesson) => lesson.status === 'not started');
  const title = first || partial ? 'Begin here' : `Next: lesson ${open.lesson.number}`;
  return written(title, [['Read', open.lesson.readme], ...goOn(open)], terminal);
}

const allDone = 'All done. Every test of every lesson passes.';

function mend({ lesson, trouble, failed: [first] }: LessonProgress): Step[] {
  const file = trouble?.place?.file ?? lesson.exercise;
  const look = trouble !== undefined || first === undefined ? '' : `, and look at \`${first.task}\``;
  return [
    ['Open', file + look],
    ['Run', `npm test ${lesson.number}`],
  ];
}

function goOn({ lesson, missing, tasks }: LessonProgress): Step[] {
  // A function of an earlier lesson, which this one calls.
  if (missing !== undefined && !tasks.includes(missing)) {
    return [
      ['First', `write \`${missing}\` in an earlier lesson: this one builds on it`],
      ['Run', 'npm test'],
    ];
  }
  return [
    ['Open', lesson.exercise + (missing === undefined ? '' : `, and write \`${missing}\``)],
    ['Run', `npm test ${lesson.number}`],
  ];
}

function written(title: string, steps: readonly Step[], terminal: Terminal): string {
  const lines = steps.map(([verb, what]) => indented(terminal, `  ${verb.padEnd(7)}`, what));
  return [terminal.colour.bold(title), ...lines].join('\n');
}
