import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findLesson, listLessons, writeWhole } from '#kit/course';
import {
  flawIn,
  gradeInTime,
  gradescope,
  missingWalls,
  openClassroom,
  readUpload,
  solutionsAsSubmission,
  type GradingOptions,
} from '#kit/grading';
import { flag, runCommand, UsageError } from './arguments';
import { wholeNumber } from './whole-number';

const usage = `node src/cli/run.mjs autograde SETTINGS SUBMISSION RESULTS
                              what an autograder runs for each submission: grades
                              the folder SUBMISSION, and writes RESULTS for Gradescope
  --within N                  seconds; lessons that are not graded by then have
                              no points (default: 540)
node src/cli/run.mjs autograde SETTINGS --check
                              whether it can be trusted on this machine`;

/** More would need more memory than such a machine usually has. */
const JOBS = 1;

/** For the solutions of all lessons, on a slow machine. */
const CHECK_SECONDS = 1200;

await runCommand(
  usage,
  { within: { type: 'string', default: '540' }, check: flag },
  async ({ values, positionals }) => {
    const [settings, path, results, ...more] = positionals;
    const isWhole = values.check ? path === undefined : results !== undefined && more.length === 0;
    if (settings === undefined || !isWhole) throw new UsageError(usage);
    const seconds = values.check ? CHECK_SECONDS : wholeNumber(values.within, '--within');
    const options = JSON.parse(readFileSync(settings, 'utf8')) as GradingOptions;
    const every = listLessons('src/course/blank');
    const lessons = options.lessons.flatMap((name) => findLesson(every, name) ?? []);
    const submission =
      path === undefined ? solutionsAsSubmission(lessons) : await readUpload('submission', path, lessons);
    const classroom = await openClassroom(options, fileURLToPath(new URL('.', import.meta.url)));
    const { walls } = classroom;
    const result = await gradeInTime(classroom, submission, { options, jobs: JOBS, seconds }).finally(() =>
      classroom.close(),
    );
    if (results === undefined) {
      for (const wall of missingWalls(walls)) process.stdout.write(`Missing on this machine: ${wall}.\n`);
      const isApart = walls.namespaces !== undefined || walls.nobody;
      return refusal(isApart ? flawIn(result) : NO_WALLS);
    }
    writeWhole(results, gradescope(result));
    return 0;
  },
);

const NO_WALLS =
  'Nothing here would keep a submission from reading the solutions or from writing its own results: ' +
  'the machine lets no process become another user, nor gives it namespaces of its own.';

function refusal(flaw: string | undefined): number {
  if (flaw === undefined) return 0;
  process.stderr.write(`This autograder cannot be trusted on this machine.\n${flaw}\n`);
  return 1;
}
