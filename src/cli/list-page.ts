import { currentLesson, exercisesOf, type Standing } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { lessonLine, widestTitle } from './lesson-line';

/**
 * Lessons, a line for each, with the one to work on pointed at, and how many of all are done.
 * @param shown those that are asked for
 * @param end what there is to do when all are done
 */
export function renderList(
  standings: readonly Standing[],
  shown: readonly Standing[],
  terminal: Terminal,
  end = '',
): string {
  const { colour } = terminal;
  const current = currentLesson(standings);
  return `\n${[
    `${colour.bold('Common Scale')}  ${colour.dim(countDone(standings))}`,
    listLines(shown, current, terminal).join('\n'),
    indented(terminal, '', whatIsNext(current, end)),
  ].join('\n\n')}\n`;
}

/** The lines of some lessons. @param current the one to point at */
export function listLines(
  standings: readonly Standing[],
  current: Standing | undefined,
  terminal: Terminal,
): string[] {
  const widest = widestTitle(standings);
  return standings.map((each) => lessonLine(each, widest, terminal, each === current ? '→ ' : '  '));
}

/** `3 of 13 done, 1 adopted` */
export function countDone(standings: readonly Standing[]): string {
  const count = (status: Standing['status']) => standings.filter((each) => each.status === status).length;
  const adopted = count('adopted');
  return `${count('done')} of ${standings.length} done${adopted === 0 ? '' : `, ${adopted} adopted`}`;
}

/** Lessons in whose number, title, status or functions each of the words is found. */
export function searched(standings: readonly Standing[], words: string): Standing[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return standings.filter((each) => {
    const { lesson, status, cannotRun } = each;
    const state = cannotRun ? 'cannot run' : status;
    const text = [lesson.name, lesson.title, state, ...exercisesOf(lesson)].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function whatIsNext(current: Standing | undefined, end: string): string {
  if (current === undefined) return `All done. ${end}`.trim();
  const { number } = current.lesson;
  return `You are at lesson ${number}: npm test ${number} says what to do next.`;
}
