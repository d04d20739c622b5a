import { fileURLToPath } from 'node:url';
import { findLesson, hasSolution, listLessons, type Lesson } from '#kit/course';
import { readArguments, runCommand, UsageError } from './arguments';
import { hasKey, neededKeys } from './handout/answer-keys';
import { contentsOf } from './handout/contents';
import { courseFiles } from './handout/course-files';
import { earlierLessons } from './handout/earlier-lessons';
import { newFolder } from './handout/folder';
import { handoutPage, type AnswerKeyAlong, type MadeHandout } from './handout/handout-page';
import { pointsOf, suiteOf } from './handout/points';
import { complaints } from './handout/self-check';
import { trial } from './handout/trial';
import { write } from './handout/write';
import { lessonsInRange, rangeInWords } from './lesson-range';
import { progressLine, type ProgressLine } from './progress-line';
import { thisTerminal } from './terminal';

const usage = `npm run handout -- DIR         a copy of the course for students, without the
                               solutions and what grades; it checks itself
npm run handout -- DIR OPTIONS
  --lessons 01-07              only these; also 01-03,05
  --diagnosis                  the answer keys come along, built, so that a failing
                               test names the mistake; students can read them
  --quick                      without trying npm ci and npm test there
  --json                       what was made, as one JSON object`;

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      lessons: { type: 'string' },
      diagnosis: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const [directory, another] = positionals;
  if (directory === undefined || another !== undefined)
    throw new UsageError(`Say to which folder.\n\n${usage}`);
  const every = listLessons();
  if (!every.every(hasSolution)) {
    throw new UsageError(
      'This course has no solutions itself, so nothing could be checked. Hand out the whole course.',
    );
  }
  const lessons = values.lessons === undefined ? every : lessonsInRange(values.lessons, every);
  refuseWithoutEarlier(lessons, every);
  const folder = newFolder(directory);
  const line = progressLine();
  try {
    const made = await handOut({ ...values, directory, folder, lessons, every }, line);
    if ('wrong' in made) return refuse(made.wrong);
    process.stdout.write(
      values.json ? `${JSON.stringify(asObject(made), null, 2)}\n` : `${handoutPage(made, thisTerminal())}\n`,
    );
    return 0;
  } finally {
    line.clear();
  }
});

interface Order {
  readonly directory: string;
  readonly folder: string;
  readonly lessons: readonly Lesson[];
  readonly every: readonly Lesson[];
  readonly diagnosis: boolean;
  readonly quick: boolean;
}

/** Writes nothing before everything is found to be right. */
async function handOut(
  { directory, folder, lessons, every, diagnosis, quick }: Order,
  line: ProgressLine,
): Promise<MadeHandout | { readonly wrong: readonly string[] }> {
  line.show('gathering …');
  const suites = await Promise.all(lessons.map((lesson) => suiteOf(lesson, rooms)));
  const wanted = await neededKeys(suites);
  const keys = every.flatMap((lesson): AnswerKeyAlong[] => {
    const neededBy = findLesson(every, wanted.get(lesson.name) ?? '');
    const isWanted = diagnosis && lessons.includes(lesson) && hasKey(lesson);
    return neededBy !== undefined || isWanted ? [{ lesson, neededBy }] : [];
  });
  const left = every.filter((lesson) => !lessons.includes(lesson));
  const contents = await contentsOf(
    courseFiles(),
    lessons,
    left,
    keys.map(({ lesson }) => lesson),
  );
  line.show('checking …');
  const wrong = complaints(contents, lessons);
  if (wrong.length > 0) return { wrong };
  const failed = quick
    ? undefined
    : trial(contents, lessons.length, (step) => line.show(`trying ${step} there …`));
  if (failed !== undefined) return { wrong: [failed, 'To make the copy without this trial: --quick'] };
  write(contents, folder);
  const points = lessons.map((lesson, index) => pointsOf(lesson, suites[index]!));
  return { directory, files: contents.size, points, keys, diagnosis, wasTried: !quick };
}

/** @throws UsageError for a lesson that imports what is left out */
function refuseWithoutEarlier(lessons: readonly Lesson[], every: readonly Lesson[]): void {
  for (const lesson of lessons) {
    const missing = earlierLessons(lesson, every).filter((earlier) => !lessons.includes(earlier));
    if (missing.length === 0) continue;
    const earlier = missing.length === 1 ? 'that' : 'them';
    throw new UsageError(
      `Lesson ${lesson.number} builds on ${rangeInWords(missing)}: hand ${earlier} out, too.`,
    );
  }
}

function refuse(wrong: readonly string[]): number {
  process.stderr.write(`Nothing was handed out.\n\n${wrong.join('\n')}\n`);
  return 1;
}

function asObject({ directory, files, points, keys, wasTried }: MadeHandout): object {
  return {
    folder: directory,
    files,
    points: points.reduce((sum, each) => sum + each.points, 0),
    lessons: points.map(({ lesson, tasks, points: worth }) => {
      return { number: lesson.number, name: lesson.name, title: lesson.title, points: worth, tasks };
    }),
    answerKeys: keys.map(({ lesson }) => lesson.name),
    tried: wasTried,
  };
}
