import type { LessonProgress } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { nextStep } from './next-step';
import type { Page } from './page';

/** How many titles of failing tests are listed before the rest is only counted. */
const LISTED = 6;

/** What a lesson lacks before its solution is shown, and how to go on. */
export function renderClosed(page: Page, progress: LessonProgress, terminal: Terminal): string {
  const { lesson, trouble, failed, notWritten } = progress;
  const fact = (label: string, text: string) => indented(terminal, `  ${label.padEnd(LABEL)}`, text);
  const listed = failed.slice(0, LISTED).map(({ task, title }, index) => {
    return fact(index === 0 ? 'failing' : '', title.startsWith(task) ? title : `${task}: ${title}`);
  });
  const more = failed.length - listed.length;
  return [
    '',
    indented(
      terminal,
      '',
      terminal.colour.bold(`Lesson ${lesson.number} is not done, so its solution stays closed.`),
    ),
    '',
    ...(trouble === undefined ? [] : [fact('trouble', trouble.sentence)]),
    ...(notWritten.length === 0 ? [] : [fact('not written', notWritten.join(', '))]),
    ...listed,
    ...(more > 0 ? [fact('', `and ${more} more`)] : []),
    '',
    nextStep(page, trouble !== undefined || failed.length > 0 ? progress : undefined, terminal),
    '',
    indented(terminal, '', `To see the solution all the same: npm run compare ${lesson.number} -- --peek`),
    '',
  ].join('\n');
}

const LABEL = 'not written'.length + 2;
