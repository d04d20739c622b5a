import { indented, tableLines, type Terminal } from '#kit/pages';
import { judgements, type Judgement, type WhyReport } from '#kit/race';
import { inColumn } from '#kit/words';
import { page } from './page-parts';
import { count } from './race-content';

const titles: Readonly<Record<Judgement, string>> = {
  right: 'Where the article is right',
  loose: 'Where it is loose',
  'does not follow': 'Where its conclusion does not follow',
};

/** The article's statements as a page, in three groups, each with its figures. */
export function renderWhy({ rows, seed, backend, shelf, statements }: WhyReport, terminal: Terminal): string {
  const whose = shelf === 'solutions' ? 'the functions in solutions/' : 'your functions';
  const about =
    `${count(rows)} rows of the article’s data: ten inputs between 0 and 1, and y = Σ scale · input. Beside ` +
    'what the article says, in short: what is so, what theory says of endlessly many rows, and what ' +
    `${shelf === 'solutions' ? 'the solutions' : 'your functions'} measure on these.`;
  const what = `why it works, with ${whose} on ${backend}, seed ${seed}`;
  let number = 0;
  return page([
    [
      indented(terminal, 'Common Scale  ', what, terminal.colour.bold),
      '',
      indented(terminal, '  ', about),
    ].join('\n'),
    ...judgements.map((judgement) =>
      [
        terminal.colour.bold(titles[judgement]),
        ...statements
          .filter((statement) => statement.judgement === judgement)
          .map((statement) => statementPart(statement, (number += 1), terminal)),
      ].join('\n\n'),
    ),
  ]);
}

const MARGIN = '      ';

function statementPart(
  { claim, words, figures, see }: WhyReport['statements'][number],
  number: number,
  terminal: Terminal,
): string {
  const cells = (pick: (figure: (typeof figures)[number]) => number | null) =>
    figures.map((figure) => shown(pick(figure)));
  return [
    indented(terminal, `  ${String(number).padStart(2)}  `, `Article: ${claim}`, terminal.colour.bold),
    indented(terminal, MARGIN, words),
    '',
    ...tableLines(
      [
        { title: '', cells: figures.map(({ name }) => name) },
        { title: 'theory', cells: cells(({ theory }) => theory) },
        { title: 'yours', cells: cells(({ yours }) => yours) },
      ],
      terminal.width,
      MARGIN,
    ),
    '',
    indented(terminal, `${MARGIN}→ `, see.join('\n'), terminal.colour.dim),
  ].join('\n');
}

/** Counts as they are, measured numbers in four digits. */
function shown(value: number | null): string {
  if (value === null) return 'endless';
  return Number.isInteger(value) ? count(value) : inColumn(value);
}
