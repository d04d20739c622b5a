import { inOneLine, type GradingResult } from '#kit/grading';
import { indented, tableLines, type Terminal } from '#kit/pages';

export interface Grades {
  readonly results: readonly GradingResult[];
  /** What was ignored among what was handed in, in sentences. */
  readonly remarks: readonly string[];
  /** How many had been graded before. */
  readonly kept: number;
  /** What this machine could not put around the code of submissions, where any ran. */
  readonly missingWalls?: readonly string[];
  /** The folder that the grades are in, and in it the file with all of them. */
  readonly out: string;
  readonly grades: string;
}

/** Who has how many points, and where to read more. */
export function renderGrades(
  { results, remarks, kept, missingWalls = [], out, grades }: Grades,
  terminal: Terminal,
): string {
  const { colour } = terminal;
  const table = tableLines(
    [
      { title: 'submission', cells: results.map(({ submission }) => submission) },
      {
        title: 'points',
        cells: results.map(({ score, status }) => (status === 'error' ? '-' : String(score))),
      },
      { title: 'of', cells: results.map(({ maxScore }) => String(maxScore)) },
      { title: 'tasks', cells: results.map(tasksOf) },
    ],
    terminal.width,
  );
  const [titles = '', ...rows] = table;
  const errors = results.filter(({ status }) => status === 'error');
  const say = (text: string) => indented(terminal, '', text);
  return [
    [colour.bold(titles), ...rows].join('\n'),
    ...errors.map(({ submission, trouble = '' }) =>
      say(`${colour.red('✗')} ${submission} could not be graded. ${inOneLine(trouble)}`),
    ),
    ...remarks.map((remark) => say(inOneLine(remark))),
    ...(missingWalls.length === 0 ? [] : [say(wordsOfMissing(missingWalls))]),
    ...(kept === 0
      ? []
      : [say(`${kept} of ${results.length} had been graded before, and have not changed.`)]),
    say(`All grades are in ${out}/${grades}, and a page for each in ${out}/<submission>/feedback.html.`),
  ].join('\n\n');
}

function wordsOfMissing(walls: readonly string[]): string {
  return (
    `Walls that this machine could not put around the code of your class: ${walls.join(', ')}. What that means, and ` +
    'what to do for a class that you do not trust: docs/trust.md'
  );
}

function tasksOf({ lessons }: GradingResult): string {
  const tasks = lessons.flatMap((lesson) => lesson.tasks);
  return `${tasks.filter(({ score, maxScore }) => score === maxScore).length}/${tasks.length}`;
}
