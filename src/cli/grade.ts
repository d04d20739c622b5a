import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listLessons } from '#kit/course';
import {
  collect,
  flawIn,
  Gradebook,
  keepSecret,
  keptSecret,
  limitsFor,
  missingWalls,
  newSecret,
  openClassroom,
  solutionsAsSubmission,
  USUAL_RUNS,
  usualLimits,
  type Classroom,
  type GradingOptions,
  type GradingResult,
  type Submission,
} from '#kit/grading';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { renderGrades } from './grade-page';
import { lessonsInRange } from './lesson-range';
import { progressLine } from './progress-line';
import { seedRemark } from './seed-remark';
import { thisTerminal } from './terminal';
import { wholeNumber } from './whole-number';

const usage = `npm run grade -- SUBMISSION...   grades folders, .zip and .tar.gz files, or folders
                              of them; a run that was interrupted goes on
  --out DIR                   where the grades go (default: grades)
  --lessons 01-07,09          only these lessons
  --seed SECRET               decides the private random data (default: a new one
                              for each DIR, kept there in private-seed.txt)
  --jobs N                    how many are graded at a time; by default, and at most,
                              one for each core of the processor
  --runs N                    random data for each property (default: ${USUAL_RUNS})
  --seconds N                 of the processor, for each test (default: ${usualLimits.testSeconds})
  --json                      the results as one JSON object`;

const commandOptions = {
  out: { type: 'string', default: 'grades' },
  lessons: { type: 'string' },
  seed: { type: 'string' },
  jobs: { type: 'string', default: String(availableParallelism()) },
  runs: { type: 'string', default: String(USUAL_RUNS) },
  seconds: { type: 'string', default: String(usualLimits.testSeconds) },
  json: flag,
} as const;

await runCommand(usage, commandOptions, async ({ values, positionals }) => {
  if (positionals.length === 0) throw new UsageError(`Say what was handed in.\n\n${usage}`);
  const absent = positionals.find((path) => !existsSync(path));
  if (absent !== undefined) throw new UsageError(`There is no ${absent}.`);
  const all = listLessons('src/course/blank');
  const lessons = values.lessons === undefined ? all : lessonsInRange(values.lessons, all);
  const wanted = wholeNumber(values.jobs, '--jobs');
  // With more, each would wait for the others, and what waits too long is stopped.
  const jobs = Math.min(wanted, availableParallelism());
  const secret = values.seed ?? keptSecret(values.out) ?? newSecret();
  const weakness = seedRemark(secret);
  const options: GradingOptions = {
    lessons: lessons.map(({ name }) => name),
    runs: wholeNumber(values.runs, '--runs'),
    limits: limitsFor(wholeNumber(values.seconds, '--seconds')),
    secret,
  };
  keepSecret(values.out, secret);
  const gradebook = new Gradebook(values.out, options);
  const remarks: string[] = [];
  if (jobs < wanted) remarks.push(`Graded ${jobs} at a time: this machine has no more cores.`);
  const submissions = await collect(positionals, lessons, (remark) => remarks.push(remark));
  if (submissions.length === 0) throw new UsageError(['There is nothing to grade.', ...remarks].join('\n'));
  if (weakness !== undefined) remarks.push(weakness);

  const known = new Map<string, GradingResult>();
  for (const submission of submissions) {
    const result = gradebook.resultOf(submission);
    if (result !== undefined) known.set(submission.name, result);
  }
  const left = submissions.filter(({ name }) => !known.has(name));
  const kept = known.size;
  let missing: readonly string[] | undefined;
  if (left.length > 0) {
    const rooms = fileURLToPath(new URL('.', import.meta.url));
    const classroom = await openClassroom(options, rooms);
    missing = missingWalls(classroom.walls);
    const end = new AbortController();
    // Twice ends it at once.
    process.once('SIGINT', () => end.abort());
    try {
      if (!gradebook.isChecked) {
        const flaw = await flawOfSolutions(classroom, solutionsAsSubmission(lessons), end.signal);
        if (flaw !== undefined) return refuse(flaw);
        gradebook.rememberChecked();
      }
      await gradeWithProgress(
        classroom,
        left,
        { jobs, kept, of: submissions.length },
        end.signal,
        (result, submission) => {
          gradebook.write(submission, result);
          known.set(submission.name, result);
        },
      );
    } catch (error) {
      if (!end.signal.aborted) throw error;
      process.stderr.write(
        `Stopped. ${known.size} of ${submissions.length} are graded and kept; the same command goes on.\n`,
      );
      return 130;
    } finally {
      classroom.close();
    }
  }
  const results = submissions.flatMap(({ name }) => known.get(name) ?? []);
  const grades = gradebook.writeGrades(results);
  const out = relative('', values.out) || '.';
  writeAnswer(
    values.json,
    () => ({ out, kept, remarks, missingWalls: missing, results }),
    () =>
      renderGrades(
        { results, remarks, kept, ...(missing && { missingWalls: missing }), out, grades },
        thisTerminal(),
      ),
  );
  return results.some(({ status }) => status === 'error') ? 1 : 0;
});

/** Who would trust a grader that does not even give its own solutions all points? */
async function flawOfSolutions(
  classroom: Classroom,
  solutions: Submission,
  signal: AbortSignal,
): Promise<string | undefined> {
  const line = progressLine();
  line.show('Checking that the solutions earn all points');
  let flaw: string | undefined;
  const onGraded = (result: GradingResult) => (flaw = flawIn(result));
  await classroom.grade([solutions], 1, { onBegun: () => undefined, onGraded }, signal);
  line.clear();
  return flaw;
}

function refuse(flaw: string): number {
  process.stderr.write(
    `Nothing was graded: on this machine the solutions themselves do not earn all points.\n${flaw}\n` +
      'Where time is short, --seconds gives each test more.\n',
  );
  return 1;
}

/** Shows who is being graded, and how many are. */
async function gradeWithProgress(
  classroom: Classroom,
  submissions: readonly Submission[],
  { jobs, kept, of }: { readonly jobs: number; readonly kept: number; readonly of: number },
  signal: AbortSignal,
  onGraded: (result: GradingResult, submission: Submission) => void,
): Promise<void> {
  const line = progressLine();
  const running = new Set<string>();
  let done = kept;
  const show = () => line.show(`${bar(done, of)} ${done} of ${of}  ${[...running].join(', ')}`);
  try {
    await classroom.grade(
      submissions,
      jobs,
      {
        onBegun: ({ name }) => {
          running.add(name);
          show();
        },
        onGraded: (result, submission) => {
          onGraded(result, submission);
          running.delete(submission.name);
          done += 1;
          show();
        },
      },
      signal,
    );
  } finally {
    line.clear();
  }
}

const BAR = 20;

function bar(done: number, of: number): string {
  const full = Math.floor((BAR * done) / of);
  return `[${'='.repeat(full)}${' '.repeat(BAR - full)}]`;
}
