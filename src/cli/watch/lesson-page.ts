import { standingOf, type LessonProgress } from '#kit/course';
import { indented, renderFailedLesson, type Terminal } from '#kit/pages';
import { lessonLine } from '../lesson-line';
import { nextStep, type Ways } from '../next-step';
import type { Page } from '../page';
import { printedLines, shownTable, stray } from '../render-page';
import type { TypeError } from './type-check/type-checker';

/** How many of TypeScript's errors are shown before the rest is only counted. */
const LISTED = 5;

/** The last run of one lesson: how it ended, what TypeScript says to it, and what to do now. */
export function lessonPage(
  page: Page,
  typeErrors: readonly TypeError[],
  terminal: Terminal,
  ways: Ways,
): string {
  const [lesson] = page.lessons;
  if (lesson === undefined) return '';
  const failing = lesson.trouble !== undefined || lesson.failed.length > 0 ? lesson : undefined;
  const parts = [
    lessonLine(standingOf(lesson), lesson.lesson.title.length, terminal, ''),
    verdict(lesson, terminal),
    typeErrors.length === 0 ? undefined : typeErrorLines(typeErrors, lesson, terminal),
    printedLines(page, terminal),
    failing === undefined ? shownTable(page, terminal) : renderFailedLesson(failing, terminal),
    page.strayErrors.length === 0 ? undefined : stray(page.strayErrors, terminal),
    nextStep(page, failing, terminal, ways),
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

function verdict({ lesson, status, total }: LessonProgress, { colour }: Terminal): string | undefined {
  return status === 'done'
    ? colour.green(`Lesson ${lesson.number} is done: all of its ${total} tests pass.`)
    : undefined;
}

/** In TypeScript's own words; the file is named where it is not the exercise itself. */
function typeErrorLines(
  errors: readonly TypeError[],
  { lesson }: LessonProgress,
  terminal: Terminal,
): string {
  const texts = errors.map(({ file, line, message }) => {
    const place = file === lesson.exercise ? `line ${line}` : `${file}:${line}`;
    return indented(terminal, `  ${place}  `, message, terminal.colour.yellow);
  });
  // It may say the same of two places in one line.
  const different = [...new Set(texts)];
  const rest = different.length - LISTED;
  return [
    terminal.colour.bold('TypeScript says'),
    ...different.slice(0, LISTED),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}
