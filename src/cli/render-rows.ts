import type { Row } from '#kit/course/source';
import type { Terminal } from '#kit/pages';
import wrapAnsi from 'wrap-ansi';
import type { WholeTerminal } from './terminal';

/** From here on two texts stand beside each other. */
const WIDE = 110;

const MARGIN = '  ';
const GAP = '  ';

/** So many lines that are the same are shown around a line that differs. */
const AROUND = 2;

/** … and so few others, which are as quickly read as a word about them. */
const FEW = 3;

/** How two texts are shown: beside each other, or one line after the other. */
export function isBeside({ columns }: WholeTerminal): boolean {
  return columns >= WIDE;
}

/** How long lines of code may get, so that none has to be broken where it can be helped. */
export function codeWidth(terminal: WholeTerminal): number {
  return isBeside(terminal) ? sideWidth(terminal) - MARK : terminal.width - MARGIN.length - MARK;
}

/** A sign and a space. */
const MARK = 2;

function sideWidth({ columns }: WholeTerminal): number {
  return Math.floor((columns - MARGIN.length - GAP.length) / 2);
}

/** Code of yours and of the solution: `-` before what only yours has, `+` before what only the solution has. */
export function renderRows(rows: readonly Row[], terminal: WholeTerminal): string {
  const side = sideWidth(terminal);
  const lines = folded(rows).flatMap((part) => {
    if (typeof part === 'number')
      return [terminal.colour.dim(`${MARGIN}  … ${part} lines that are the same`)];
    return isBeside(terminal)
      ? pairs(part).flatMap((row) => beside(row, side, terminal))
      : inTurn(part, terminal);
  });
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** The rows in runs, and in place of many that are the same only their number. */
function folded(rows: readonly Row[]): (readonly Row[] | number)[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ same }) => !same),
  );
  const parts: (Row[] | number)[] = [];
  for (let index = 0; index < rows.length;) {
    const isNear = near[index]!;
    let end = index;
    while (end < rows.length && near[end] === isNear) end += 1;
    parts.push(isNear || end - index <= FEW ? rows.slice(index, end) : end - index);
    index = end;
  }
  return parts;
}

/** What differs in one place, side by side: rows with one side only have found no partner. */
function pairs(rows: readonly Row[]): Row[] {
  const paired: Row[] = [];
  let [yours, solution]: [string[], string[]] = [[], []];
  const flush = () => {
    for (let index = 0; index < Math.max(yours.length, solution.length); index++) {
      const [left, right] = [yours[index], solution[index]];
      paired.push({
        ...(left !== undefined && { yours: left }),
        ...(right !== undefined && { solution: right }),
        same: false,
      });
    }
    [yours, solution] = [[], []];
  };
  for (const row of rows) {
    if (row.same) {
      flush();
      paired.push(row);
    } else {
      if (row.yours !== undefined) yours.push(row.yours);
      if (row.solution !== undefined) solution.push(row.solution);
    }
  }
  flush();
  return paired;
}

function beside({ yours, solution, same }: Row, width: number, { colour }: Terminal): string[] {
  const left = broken(yours, width - MARK);
  const right = broken(solution, width - MARK);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, line) => {
    const [mine, other] = [left[line], right[line]];
    const one = marked(mine, same ? ' ' : '-').padEnd(width);
    const two = marked(other, same ? ' ' : '+');
    return same
      ? colour.dim(`${MARGIN}${one}${GAP}${two}`)
      : `${MARGIN}${colour.red(one)}${GAP}${colour.green(two)}`;
  });
}

function inTurn(rows: readonly Row[], terminal: Terminal): string[] {
  const { colour } = terminal;
  const width = terminal.width - MARGIN.length - MARK;
  const lines = (text: string | undefined, mark: string, paint: (line: string) => string) =>
    broken(text, width).map((line) => paint(`${MARGIN}${marked(line, mark)}`));
  return pairsInTurn(rows).flatMap(({ yours, solution, same }) =>
    same
      ? lines(yours, ' ', colour.dim)
      : [...lines(yours, '-', colour.red), ...lines(solution, '+', colour.green)],
  );
}

/** In one place first all that is yours, then all that is the solution's. */
function pairsInTurn(rows: readonly Row[]): Row[] {
  const turns: Row[] = [];
  let solutions: Row[] = [];
  for (const row of rows) {
    if (row.same) {
      turns.push(...solutions, row);
      solutions = [];
      continue;
    }
    if (row.yours !== undefined) turns.push({ yours: row.yours, same: false });
    if (row.solution !== undefined) solutions.push({ solution: row.solution, same: false });
  }
  return [...turns, ...solutions];
}

function marked(line: string | undefined, mark: string): string {
  return line === undefined ? '' : `${mark} ${line}`;
}

/** A line in pieces that fit; those after the first begin where it does. */
function broken(line: string | undefined, width: number): string[] {
  if (line === undefined) return [];
  const code = line.trimStart();
  const indent = ' '.repeat(Math.min(line.length - code.length, Math.floor(width / 2)));
  return wrapAnsi(code, width - indent.length, { hard: true })
    .split('\n')
    .map((piece) => indent + piece);
}
