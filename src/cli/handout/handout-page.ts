import type { Lesson } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { rangeInWords } from '../lesson-range';
import { page, titled } from '../page-parts';
import type { LessonPoints } from '../course-copy/points';

/** A lesson whose answer key came along, built. */
export interface AnswerKeyAlong {
  readonly lesson: Lesson;
  /** A lesson whose tests cannot do without it. */
  readonly neededBy: Lesson | undefined;
}

/** A copy for students that was made. */
export interface MadeHandout {
  /** Where it is, as it was asked for. */
  readonly directory: string;
  readonly files: number;
  readonly points: readonly LessonPoints[];
  readonly keys: readonly AnswerKeyAlong[];
  /** Whether keys were asked for, so that failing tests name mistakes. */
  readonly diagnosis: boolean;
  readonly wasTried: boolean;
}

/** What was made, what it is worth, what a student could find in it, and how it was checked. */
export function handoutPage(made: MadeHandout, terminal: Terminal): string {
  const { directory, files, points } = made;
  const { colour } = terminal;
  const lessons = points.map(({ lesson }) => lesson);
  const count = lessons.length === 1 ? '1 lesson' : `${lessons.length} lessons`;
  const bullets = (lines: readonly string[], mark = '  ') =>
    lines.map((line) => indented(terminal, mark, line));
  return page([
    indented(terminal, 'Common Scale  ', `a copy for students is in ${directory}`, colour.bold),
    indented(terminal, '  ', `${count} (${rangeInWords(lessons)}), every exercise blank, ${files} files.`),
    titled('Points', pointLines(points, terminal), terminal),
    titled('Answer keys', bullets(keyWords(made)), terminal),
    titled('Checked', bullets(checks(made), '  ✓ '), terminal),
  ]);
}

function pointLines(points: readonly LessonPoints[], terminal: Terminal): string[] {
  const total = String(points.reduce((sum, each) => sum + each.points, 0));
  const widest = Math.max(...points.map(({ lesson }) => lesson.title.length));
  const line = (name: string, value: string, tasks: string) =>
    indented(terminal, `  ${name.padEnd(widest + 4)}  ${value.padStart(total.length)}  `, tasks);
  return [
    ...points.map(({ lesson, points: worth, tasks }) =>
      line(
        `${lesson.number}  ${lesson.title}`,
        String(worth),
        tasks.map((task) => `${task.name} ${task.points}`).join(', '),
      ),
    ),
    line('    in all', total, ''),
  ];
}

function keyWords({ keys, diagnosis }: MadeHandout): string[] {
  const needed = keys.flatMap(({ lesson: { number }, neededBy }) =>
    neededBy === undefined
      ? []
      : [
          `The tests of lesson ${neededBy.number} judge by right and wrong code of lesson ${number}, so the answer key of ` +
            `${number} came along. It stays here when you leave lesson ${neededBy.number} out.`,
        ],
  );
  const why = diagnosis
    ? [
        `Those of lessons ${rangeInWords(keys.map(({ lesson }) => lesson))} came along, so that a failing test names the mistake.`,
      ]
    : needed;
  if (keys.length === 0)
    return ['None came along: a failing test says what is wrong, and not which mistake it is.'];
  return [...why, 'They are built, without comments. A determined student can read them: docs/trust.md'];
}

function checks({ wasTried }: MadeHandout): string[] {
  return [
    'no file and no line of a solution, every exercise blank, nothing missing that is imported',
    ...(wasTried ? ['npm ci and npm test work there, and every lesson says that it is not started'] : []),
  ];
}
