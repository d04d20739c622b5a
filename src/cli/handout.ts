import { hasSolution, listLessons, type Lesson } from '#kit/course';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { earlierLessons } from './handout/earlier-lessons';
import { newFolder } from './handout/folder';
import { handoutPage, type MadeHandout } from './handout/handout-page';
import { lessonsInRange, rangeInWords } from './lesson-range';
import { progressLine } from './progress-line';
import { thisTerminal } from './terminal';

const usage = `npm run handout -- DIR         a copy of the course for students, without the
                               solutions and what grades; it checks itself
npm run handout -- DIR OPTIONS
  --lessons 01-07              only these; also 01-03,05
  --diagnosis                  the answer keys come along, built, so that a failing
                               test names the mistake; students can read them
  --quick                      without trying npm ci and npm test there
  --json                       what was made, as one JSON object`;

const commandOptions = {
  lessons: { type: 'string' },
  diagnosis: flag,
  quick: flag,
  json: flag,
} as const;

await runCommand(usage, commandOptions, async ({ values, positionals }) => {
  const [directory, another] = positionals;
  if (directory === undefined || another !== undefined)
    throw new UsageError(`Say to which folder.\n\n${usage}`);
  const every = listLessons();
  if (!every.every(hasSolution)) {
    throw new UsageError(
      'This course has no solutions, so nothing could be checked. Do it in the whole course.',
    );
  }
  const lessons = values.lessons === undefined ? every : lessonsInRange(values.lessons, every);
  refuseWithoutEarlier(lessons, every);
  const folder = newFolder(directory);
  const line = progressLine();
  try {
    // Not read before it is needed: TypeScript alone takes longer to load than all the rest.
    const { make } = await import('./handout/make');
    const made = await make({ ...values, directory, folder, lessons }, line);
    line.clear();
    if ('wrong' in made) return refuse(made.wrong);
    writeAnswer(
      values.json,
      () => asObject(made),
      () => handoutPage(made, thisTerminal()),
    );
    return 0;
  } finally {
    line.clear();
  }
});

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
