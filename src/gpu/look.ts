import { isTable } from './plain-value';
import type { PlainArgument } from './reading';
import type { Backend } from './types';

/** What an argument looks like to a compiled kernel; a table's `columns` where they matter, else 0. */
export interface Look {
  readonly kind: 'number' | 'column' | 'table';
  readonly columns: number;
}

export function lookOf(value: PlainArgument, backend: Backend): Look {
  if (typeof value === 'number') return { kind: 'number', columns: 0 };
  if (!isTable(value)) return { kind: 'column', columns: 0 };
  // cpu compiles the number of columns into the kernel.
  return { kind: 'table', columns: backend === 'cpu' ? value.columns : 0 };
}

export function allLookLike(values: readonly PlainArgument[], looks: readonly Look[]): boolean {
  if (values.length !== looks.length) return false;
  for (let index = 0; index < looks.length; index++) {
    if (!looksLike(values[index]!, looks[index]!)) return false;
  }
  return true;
}

function looksLike(value: PlainArgument, { kind, columns }: Look): boolean {
  if (typeof value === 'number') return kind === 'number';
  if (!isTable(value)) return kind === 'column';
  return kind === 'table' && (columns === 0 || value.columns === columns);
}
