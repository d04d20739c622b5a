import type { Table } from '#kit/testing';
import { tableLines } from './table';
import { indented, type Terminal } from './terminal';

/** A table of answers: its columns by number, with their names above. */
export function renderAnswers({ caption, columns, rows }: Table, margin: string, terminal: Terminal): string {
  const names = columns.map((column, index) => indented(terminal, `${margin}${index + 1}  `, column));
  const noted = rows.some(({ note }) => note !== undefined);
  const table = tableLines(
    [
      { title: '', cells: rows.map(({ name }) => name) },
      ...columns.map((_, index) => ({
        title: `${index + 1}`,
        cells: rows.map(({ cells }) => cells[index] ?? ''),
      })),
      ...(noted ? [{ title: '', cells: rows.map(({ note = '' }) => note) }] : []),
    ],
    terminal.width,
    margin,
  );
  return [...names, '', ...table, '', indented(terminal, margin, terminal.colour.dim(caption))].join('\n');
}
