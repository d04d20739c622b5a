import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLessons, root, type Lesson } from '#kit/course';
import type { GradingOptions } from '#kit/grading';
import type { Contents } from '../course-copy/contents';
import { lostImports } from '../course-copy/lost-imports';

/** What an autograder is made of. */
export interface Plan {
  readonly options: GradingOptions;
  /** What the platform gives one submission. */
  readonly minutes: number;
}

const TEMPLATES = 'templates/gradescope/';

/** What of the course goes along: all that `npm ci` and grading need. */
const NEEDED =
  /^(?:package\.json|package-lock\.json|LICENSE|src\/.+|solutions\/.+\.ts|lessons\/[^/]+\/exercise\.test\.ts|test\/misconceptions\/.+\.ts)$/;

/**
 * Every file of an autograder, with its text, by its path there; in the order of the paths. The course comes with
 * solutions and private seed: this is for nobody who is graded.
 *
 * @param files of the course
 */
export function autograderContents(files: readonly string[], { options, minutes }: Plan): Contents {
  const scripts = files.filter((file) => file.startsWith(TEMPLATES));
  const along = files.filter((file) => NEEDED.test(file));
  return new Map(
    [
      ...scripts.map((file) => [file.slice(TEMPLATES.length), textOf(file)] as const),
      ['settings.json', `${JSON.stringify(options, null, 2)}\n`] as const,
      ['minutes', `${minutes}\n`] as const,
      ...along.map((file) => [`course/${file}`, textOf(file)] as const),
      // Whatever a teacher has tried there, in an autograder the exercises are blank.
      ...listLessons().map(({ exercise, blank }) => [`course/${exercise}`, textOf(blank)] as const),
    ].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** What an autograder lacks, in a sentence each; nothing where it is whole. */
export function lacks(contents: Contents, lessons: readonly Lesson[]): string[] {
  const course = new Map(
    [...contents].flatMap(([file, text]) => {
      const [, path] = /^course\/(.+)$/.exec(file) ?? [];
      return path === undefined ? [] : [[path, text] as const];
    }),
  );
  const needed = [
    'setup.sh',
    'run_autograder',
    'course/package-lock.json',
    'course/src/cli/autograde.ts',
    ...lessons.flatMap(({ solution, test }) => [`course/${solution}`, `course/${test}`]),
  ];
  return [
    ...needed
      .filter((file) => !contents.has(file))
      .map((file) => `${file} does not come along. Does git know of it?`),
    ...lostImports(course),
  ];
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
