import search from '@inquirer/search';
import type { Lesson, Standing } from '#kit/course';
import type { Terminal } from '#kit/pages';
import { listLines, searched } from '../list-page';

/** Rows that the question and the help below the list take. */
const BESIDES = 6;

/** Lets somebody choose a lesson, by its place in the list or by a word. @returns none, when given up */
export async function chooseLesson(
  standings: readonly Standing[],
  current: Lesson,
  terminal: Terminal,
  rows: number,
  signal: AbortSignal,
): Promise<Lesson | undefined> {
  const here = standings.find(({ lesson }) => lesson.name === current.name);
  const choices = (words: string) => {
    const some = searched(standings, words);
    const lines = listLines(some, undefined, { ...terminal, width: terminal.width - 2 });
    return some.map(({ lesson }, index) => ({
      value: lesson,
      name: (lines[index] ?? lesson.name).trimEnd(),
      short: lesson.title,
    }));
  };
  return search(
    {
      message: 'Which lesson? Type to search. Esc goes back.',
      source: (words) => choices(words ?? ''),
      ...(here === undefined ? {} : { default: here.lesson }),
      pageSize: Math.max(3, rows - BESIDES),
    },
    { signal, clearPromptOnDone: true },
  );
}
