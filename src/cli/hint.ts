import { hintsOf, lessonWith, nextHint, type Lesson, type TaskHints } from '#kit/course';
import { readArguments, runCommand, UsageError } from './arguments';
import { chosenLessons } from './chosen-lessons';
import { runLessons } from './run-lessons';
import { indented, thisTerminal, type Terminal } from './terminal';

const usage = `npm run hint             the next hint for what fails first
npm run hint 03          the same in one lesson; 3 and 03-std-scaling mean the same
npm run hint 03 scale    for this exercise
npm run hint 03 -- --all all hints of the lesson, three for each exercise
npm run hint -s -- --json  as one JSON object`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    usage,
  );
  const print = (text: string, object: object) =>
    process.stdout.write(values.json ? `${JSON.stringify(object, null, 2)}\n` : `${text}\n`);
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
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
  const stuck = task === undefined ? await whereStuck(lessons) : exerciseNamed(lessons, task);
  if (stuck === undefined) {
    const what = wanted === undefined ? 'Every lesson passes.' : `Lesson ${lessons[0]?.number} passes.`;
    print(`${what} There is nothing to hint at.`, { lesson: null });
    return 0;
  }
  const { lesson, hints } = stuck;
  const step = nextHint(lesson, hints);
  const { [step]: hint = '', length } = hints.steps;
  const title = `Lesson ${lesson.number}, ${hints.task}: hint ${step + 1} of ${length}`;
  const further =
    step + 1 < length
      ? `One step further: npm run hint ${lesson.number}`
      : `That was the last one. The solution, with its reasons: npm run adopt ${lesson.number}`;
  const text = [terminal.colour.bold(title), '', indented(terminal, '  ', hint), '', further].join('\n');
  print(`\n${text}\n`, { lesson: lesson.name, task: hints.task, step: step + 1, of: length, hint });
  return 0;
});

interface Stuck {
  readonly lesson: Lesson;
  readonly hints: TaskHints;
}

/** The exercise that fails first; where none fails, the first that is not written. */
async function whereStuck(lessons: readonly Lesson[]): Promise<Stuck | undefined> {
  const { lessons: found } = await runLessons({ lessons, backend: 'cpu', seed: 1 });
  const open =
    found.find(({ failed, trouble }) => failed.length > 0 || trouble !== undefined) ??
    found.find(({ passed, total }) => passed < total);
  if (open === undefined) return undefined;
  const exercise = open.failed[0]?.task ?? open.missing ?? open.tasks[0] ?? '';
  // What is missing may belong to an earlier lesson.
  return hintsFor(lessonWith(exercise) ?? open.lesson, exercise);
}

/** @throws UsageError where there is no such exercise */
function exerciseNamed(lessons: readonly Lesson[], exercise: string): Stuck {
  const [lesson] = lessons;
  const stuck = lesson && hintsFor(lesson, exercise);
  if (stuck?.hints.task === exercise) return stuck;
  const names = lesson === undefined ? [] : hintsOf(lesson).map(({ task }) => task);
  throw new UsageError(`Lesson ${lesson?.number} has no exercise "${exercise}". It has ${names.join(', ')}.`);
}

function hintsFor(lesson: Lesson, exercise: string | undefined): Stuck | undefined {
  const every = hintsOf(lesson);
  const hints = every.find(({ task }) => task === exercise) ?? every[0];
  return hints && { lesson, hints };
}

function allSteps(lesson: string, { task, steps }: TaskHints, terminal: Terminal): string {
  return [
    terminal.colour.bold(`Lesson ${lesson}, ${task}`),
    ...steps.map((step, index) => indented(terminal, `  ${index + 1}  `, step)),
  ].join('\n\n');
}
