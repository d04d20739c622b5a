import { standingOf, type LessonProgress } from '#kit/course';
import { indented, renderAnswers, renderFailedLesson, renderFailure, type Terminal } from '#kit/pages';
import type { Failure } from '#kit/testing';
import { lessonLine, widestTitle } from './lesson-line';
import { nextStep } from './next-step';
import type { Page } from './page';

/** How many lines of what exercises print are shown. */
const PRINTED = 10;

/** The whole page: a line for each lesson, the first that fails in detail, and what to do next. */
export function renderPage(page: Page, terminal: Terminal): string {
  const failing = page.lessons.find((lesson) => lesson.trouble !== undefined || lesson.failed.length > 0);
  const parts = [
    heading(page, terminal),
    page.replayed ? undefined : lessonLines(page.lessons, terminal),
    page.replayed && failing === undefined ? terminal.colour.green('This one case passes.') : undefined,
    printedLines(page, terminal),
    failing === undefined ? shownTable(page, terminal) : renderFailedLesson(failing, terminal),
    page.strayErrors.length === 0 ? undefined : stray(page.strayErrors, terminal),
    page.replayed && failing === undefined ? thenRunAll(page) : nextStep(page, failing, terminal),
  ];
  return `\n${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function heading({ backend }: Page, { colour }: Terminal): string {
  return `${colour.bold('Common Scale')}  ${colour.dim(`kernels ran on ${backend}`)}`;
}

function thenRunAll({ lessons: [only] }: Page): string {
  return `Now run all of them: npm test ${only?.lesson.number ?? ''}`;
}

function lessonLines(lessons: readonly LessonProgress[], terminal: Terminal): string {
  const standings = lessons.map(standingOf);
  const widest = widestTitle(standings);
  return standings.map((standing) => lessonLine(standing, widest, terminal)).join('\n');
}

/** What the tests of the one lesson that ran have to show, though all is well. */
export function shownTable({ lessons: [only], partial }: Page, terminal: Terminal): string | undefined {
  return partial && only?.table !== undefined ? renderAnswers(only.table, '  ', terminal) : undefined;
}

export function stray(errors: readonly Failure[], terminal: Terminal): string {
  const [first] = errors;
  if (first === undefined) return '';
  const others = errors.length - 1;
  return [
    terminal.colour.bold('Outside of every test'),
    renderFailure(first, '', '  ', terminal),
    ...(others > 0 ? [`  and ${others} more`] : []),
    '',
    indented(terminal, '  ', 'It came after its test was over. Is an `await` missing?'),
  ].join('\n');
}

/** The first lines that exercises have printed: in a property they print a hundred times. */
export function printedLines({ printed }: Page, { colour }: Terminal): string | undefined {
  if (printed.length === 0) return undefined;
  const rest = printed.length - PRINTED;
  return [
    colour.bold('Your code printed'),
    ...printed.slice(0, PRINTED).map((line) => `  ${line}`),
    ...(rest > 0 ? [colour.dim(`  and ${rest} more lines`)] : []),
  ].join('\n');
}
