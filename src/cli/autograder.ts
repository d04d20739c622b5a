import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { hasSolution, listLessons } from '#kit/course';
import { fingerprint, limitsFor, newSecret, USUAL_RUNS, usualLimits } from '#kit/grading';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { autograderPage } from './autograder/autograder-page';
import { outside } from './course-copy/outside';
import { lessonsInRange } from './lesson-range';
import { seedRemark } from './seed-remark';
import { thisTerminal } from './terminal';
import { wholeNumber } from './whole-number';

const usage = `npm run autograder -- gradescope OUT.zip
                              an autograder to upload to Gradescope; it has the
                              solutions in it, so keep it to yourself
  --lessons 01-07,09          only these lessons
  --seed SECRET               decides the private random data (default: a new one)
  --seconds N                 of the processor, for each test (default: ${usualLimits.testSeconds})
  --minutes N                 the time that Gradescope gives a submission, as it is
                              set there (default: 10)
  --json                      what was made, as one JSON object`;

const commandOptions = {
  lessons: { type: 'string' },
  seed: { type: 'string' },
  seconds: { type: 'string', default: String(usualLimits.testSeconds) },
  minutes: { type: 'string', default: '10' },
  json: flag,
} as const;

await runCommand(usage, commandOptions, async ({ values, positionals }) => {
  const [platform, path, another] = positionals;
  if (platform !== 'gradescope' || path === undefined || another !== undefined) {
    throw new UsageError(`Say for which platform, and to which file.\n\n${usage}`);
  }
  if (!path.endsWith('.zip')) throw new UsageError(`Gradescope takes a .zip file, and ${path} is none.`);
  const file = resolve(path);
  outside(file, `${path} lies in the course itself. Choose a place beside it, such as ../gradescope.zip.`);
  const every = listLessons();
  const lessons = values.lessons === undefined ? every : lessonsInRange(values.lessons, every);
  if (!lessons.every(hasSolution)) {
    throw new UsageError('This course has no solutions, and grading needs them. Do it in the whole course.');
  }
  const secret = values.seed ?? newSecret();
  const weakness = seedRemark(secret);
  const plan = {
    options: {
      lessons: lessons.map(({ name }) => name),
      secret,
      runs: USUAL_RUNS,
      limits: limitsFor(wholeNumber(values.seconds, '--seconds')),
    },
    minutes: wholeNumber(values.minutes, '--minutes'),
  };
  // Not read before it is needed: TypeScript alone takes longer to load than all the rest.
  const { make } = await import('./autograder/make');
  const made = await make(plan, lessons);
  if ('wrong' in made) {
    process.stderr.write(`No autograder was made.\n\n${made.wrong.join('\n')}\n`);
    return 1;
  }
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all, and for nobody else on this machine.
  writeFileSync(`${file}.${process.pid}`, made.archive, { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
  const page = {
    file: path,
    bytes: made.archive.length,
    points: made.points,
    minutes: plan.minutes,
    isNewSeed: values.seed === undefined,
    ...(weakness !== undefined && { weakness }),
    seedFingerprint: fingerprint(secret),
  };
  writeAnswer(
    values.json,
    () => ({ ...page, lessons: plan.options.lessons }),
    () => autograderPage({ ...page, lessons }, thisTerminal()),
  );
  return 0;
});
