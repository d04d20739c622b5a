import type { Lesson } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { rangeInWords } from '../lesson-range';
import { page, titled } from '../page-parts';

/** An autograder that was made. */
export interface MadeAutograder {
  /** As it was asked for. */
  readonly file: string;
  readonly bytes: number;
  readonly lessons: readonly Lesson[];
  readonly points: number;
  readonly minutes: number;
  /** Whether nobody has chosen the seed. */
  readonly isNewSeed: boolean;
  /** Why somebody could guess it. */
  readonly weakness?: string;
}

/** What was made, and what is left to do with it. */
export function autograderPage(made: MadeAutograder, terminal: Terminal): string {
  const { file, bytes, lessons, points, minutes, isNewSeed, weakness } = made;
  const say = (mark: string, text: string) => indented(terminal, mark, text);
  const count = lessons.length === 1 ? 'lesson' : 'lessons';
  const upload =
    lessons.length === 1
      ? `${lessons[0]?.exercise ?? ''}, or exercise.ts alone`
      : 'a zip of lessons/, or their repository';
  return page([
    indented(terminal, 'Common Scale  ', `an autograder for Gradescope is in ${file}`, terminal.colour.bold),
    say('  ', `It grades ${count} ${rangeInWords(lessons)}, and has ${Math.ceil(bytes / 1000)} kB.`),
    titled(
      'At Gradescope',
      [
        say('  1  ', `Make a programming assignment of ${points} points.`),
        say(
          '  2  ',
          `In its settings: a timeout of ${minutes} minutes, and 1 CPU and 1.5 GB of memory or more.`,
        ),
        say('  3  ', 'Upload the file under Configure Autograder, and wait until it is built.'),
        say('  4  ', 'Test it there with a submission of your own.'),
        say('  5  ', `Tell your students what to upload: ${upload}.`),
        say(
          '  6  ',
          'Before you publish grades, look for pages that begin with "Nothing could be graded": Gradescope has a 0 ' +
            'there, which is no grade.',
        ),
      ],
      terminal,
    ),
    titled(
      'Keep the file to yourself',
      [
        say('  ', 'The solutions are in it, and the seed of the private random data.'),
        ...(isNewSeed
          ? [say('  ', 'The seed is a new one. To have the same in another file, choose one: --seed SECRET.')]
          : []),
        ...(weakness === undefined ? [] : [say('  ', weakness)]),
      ],
      terminal,
    ),
  ]);
}
