/** A column of a table in a terminal. The first column of a table is aligned to the left, others to the right. */
export interface TableColumn {
  readonly title: string;
  readonly cells: readonly string[];
}

const GAP = 2;
const LEAST_NAME = 8;

/**
 * A table of aligned columns, as lines. Where they do not all fit into the width, the last ones follow
 * below, beside the first column again; names in the first column are cut where even that is too wide.
 */
export function tableLines(
  [names, ...columns]: readonly [TableColumn, ...TableColumn[]],
  width: number,
  margin = '  ',
): string[] {
  const widths = columns.map(widthOf);
  const room = width - margin.length;
  const nameWidth = Math.max(LEAST_NAME, Math.min(widthOf(names), room - Math.max(0, ...widths) - GAP));
  const here: TableColumn[] = [];
  let used = nameWidth;
  for (const [index, column] of columns.entries()) {
    used += GAP + widths[index]!;
    if (used > room && here.length > 0) break;
    here.push(column);
  }
  const line = (cells: readonly string[]) =>
    margin +
    cells
      .map((cell, index) =>
        index === 0 ? cut(cell, nameWidth).padEnd(nameWidth) : cell.padStart(widths[index - 1]! + GAP),
      )
      .join('')
      .trimEnd();
  const lines = [
    line([names.title, ...here.map(({ title }) => title)]),
    ...names.cells.map((name, row) => line([name, ...here.map(({ cells }) => cells[row] ?? '')])),
  ];
  const rest = columns.slice(here.length);
  return rest.length === 0 ? lines : [...lines, '', ...tableLines([names, ...rest], width, margin)];
}

function widthOf({ title, cells }: TableColumn): number {
  return Math.max(...[title, ...cells].map((cell) => cell.length));
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
