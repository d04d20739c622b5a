import { hasSolution, hintsOf, type Lesson, type TaskHints } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { chosenLessons } from './chosen-lessons';
import { giveHint, hintsFor, whereStuck, type Stuck } from './next-hint';
import { runLessons } from './run-lessons';
import { thisTerminal } from './terminal';

const usage = `npm run hint             the next hint for what fails first
npm run hint 03          the same in one lesson; 3 and 03-std-scaling mean the same
npm run hint 03 scale    for this exercise
npm run hint 03 -- --all all hints of the lesson, three for each exercise
npm run hint -s -- --json  as one JSON object`;

await runCommand(usage, { all: flag, json: flag }, async ({ values, positionals }) => {
  const print = (text: string, object: object) =>
    writeAnswer(
      values.json,
      () => object,
      () => text,
    );
  const [wanted, task, ...more] = positionals;
  if (more.length > 0) throw new UsageError(usage);
  const lessons = chosenLessons(wanted === undefined ? [] : [wanted]);
  const terminal = thisTerminal();
  if (values.all) {
    const [lesson] = lessons;
    if (wanted === undefined || lesson === undefined) throw new UsageError(`Say which lesson.\n\n${usage}`);
    const hints = task === undefined ? hintsOf(lesson) : [exerciseNamed([lesson], task).hints];
    const text = hints.map((each) => allSteps(lesson.number, each, terminal)).join('\n\n');
    print(`\n${text}\n`, { lesson: lesson.name, hints });
    return 0;
  }
  const stuck =
    task === undefined
      ? whereStuck((await runLessons({ lessons, backend: 'cpu', seed: 1 })).lessons)
      : exerciseNamed(lessons, task);
  if (stuck === undefined) {
    const [lesson] = lessons;
    const what = wanted === undefined ? 'Every lesson' : `Lesson ${lesson?.number}`;
    const text = `${what} passes. There is nothing to hint at.`;
    const isSolved = lesson !== undefined && hasSolution(lesson);
    print(isSolved ? `${text}\nCompare: npm run compare ${lesson.number}` : text, { lesson: null });
    return 0;
  }
  const { text, object } = giveHint(stuck, terminal, {
    further: ({ number }) => `npm run hint ${number}`,
    adopt: ({ number }) => `npm run adopt ${number}`,
  });
  print(`\n${text}\n`, object);
  return 0;
});

/** @throws UsageError where there is no such exercise */
function exerciseNamed(lessons: readonly Lesson[], exercise: string): Stuck {
  const [lesson] = lessons;
  const stuck = lesson && hintsFor(lesson, exercise);
  if (stuck?.hints.task === exercise) return stuck;
  const names = lesson === undefined ? [] : hintsOf(lesson).map(({ task }) => task);
  throw new UsageError(`Lesson ${lesson?.number} has no exercise "${exercise}". It has ${names.join(', ')}.`);
}

function allSteps(lesson: string, { task, steps }: TaskHints, terminal: Terminal): string {
  return [
    terminal.colour.bold(`Lesson ${lesson}, ${task}`),
    ...steps.map((step, index) => indented(terminal, `  ${index + 1}  `, step)),
  ].join('\n\n');
}
