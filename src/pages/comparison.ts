import type { Failure } from '#kit/testing';
import type { Terminal } from './terminal';

type Comparison = NonNullable<Failure['comparison']>;
type Row = Comparison['rows'][number];
type Cell = Row['cells'][number];

/** Marks an entry that differs; colour alone would say it to nobody in a pipe. */
const MARK = '←';

/** What was expected beside what came, entry by entry. */
export function renderComparison(comparison: Comparison, margin: string, terminal: Terminal): string {
  const lines =
    comparison.columns.length === 0
      ? columnLines(comparison, terminal)
      : tableLines(comparison, margin, terminal);
  return lines.map((line) => `${margin}${line}`.trimEnd()).join('\n');
}

function columnLines({ rows }: Comparison, { colour }: Terminal): string[] {
  const labels = ['entry', ...rows.map(({ label }) => label)];
  const expected = ['expected', ...rows.map(({ cells: [cell] }) => cell?.expected ?? '')];
  const got = ['got', ...rows.map(({ cells: [cell] }) => cell?.got ?? '')];
  const [first, second, third] = [padded(labels), padded(expected), padded(got)];
  return labels.map((_, index) => {
    const wrong = index > 0 && rows[index - 1]?.cells[0]?.wrong === true;
    const line = `${first[index]}  ${second[index]}  ${wrong ? colour.red(`${third[index]}  ${MARK}`) : third[index]}`;
    return index === 0 ? colour.dim(line) : line;
  });
}

function tableLines(comparison: Comparison, margin: string, terminal: Terminal): string[] {
  const expected = side('expected', comparison, (cell) => cell.expected, terminal);
  const got = side('got', comparison, (cell) => cell.got, terminal, true);
  const beside = expected.width + GAP.length + got.width;
  if (margin.length + beside <= terminal.width) {
    return expected.lines.map((line, index) => `${line}${GAP}${got.lines[index]}`);
  }
  return [...expected.lines, '', ...got.lines];
}

const GAP = '    ';

/** One of the two tables: its cells, the columns' numbers above and the rows' numbers on the left. */
function side(
  title: string,
  { columns, rows }: Comparison,
  text: (cell: Cell) => string,
  { colour }: Terminal,
  marked = false,
): { lines: string[]; width: number } {
  const labels = padded(['', ...rows.map(({ label }) => label)]);
  const mark = (cell: Cell | undefined) => (marked && cell?.wrong === true ? MARK : ' ');
  const cells = columns.map((column, place) =>
    padded([column, ...rows.map(({ cells }) => (cells[place] === undefined ? '' : text(cells[place])))]),
  );
  const plain = labels.map((label, line) =>
    [label, ...cells.map((column, place) => column[line]! + mark(rows[line - 1]?.cells[place]))].join('  '),
  );
  const width = Math.max(title.length, ...plain.map((line) => line.length));
  const painted = labels.map((label, line) =>
    [
      colour.dim(label),
      ...cells.map((column, place) => {
        const cell = rows[line - 1]?.cells[place];
        const entry = column[line]! + mark(cell);
        return line === 0 ? colour.dim(entry) : marked && cell?.wrong === true ? colour.red(entry) : entry;
      }),
    ].join('  '),
  );
  const filled = painted.map((line, index) => line + ' '.repeat(width - plain[index]!.length));
  return { lines: [title.padEnd(width), ...filled], width };
}

function padded(cells: readonly string[]): string[] {
  const width = Math.max(...cells.map((cell) => cell.length));
  return cells.map((cell) => cell.padStart(width));
}
