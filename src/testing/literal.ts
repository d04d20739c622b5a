import { Matrix } from '#kit/data';

/** How many entries of a long column are written out. */
const LONGEST = 12;

/**
 * A value as short code: `[1, 0.1]` for a column, `[[1, 2], [3, 4]]` for a table. Numbers in float32
 * arrays are written with the fewest digits that mean the same float32.
 */
export function literal(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Matrix) return tableLiteral(value);
  if (value instanceof Float32Array) return listLiteral(Array.from(value), shortestFloat32);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return listLiteral(Array.from(value as Uint32Array), literal);
  }
  if (Array.isArray(value)) return listLiteral(value, literal);
  if (value instanceof Promise) return 'a Promise';
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${literal(entry)}`);
  return `{ ${entries.join(', ')} }`;
}

/** The number with the fewest digits that rounds to the same float32. */
export function shortestFloat32(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return literal(short);
  }
  return literal(value);
}

function listLiteral<Item>(items: readonly Item[], write: (item: Item) => string): string {
  const written = items.length > LONGEST ? shortened(items, write) : items.map(write);
  return `[${written.join(', ')}]`;
}

function shortened<Item>(items: readonly Item[], write: (item: Item) => string): string[] {
  const left = items.slice(0, LONGEST / 2).map(write);
  const right = items.slice(-LONGEST / 4).map(write);
  return [...left, `… ${items.length - left.length - right.length} more …`, ...right];
}

function tableLiteral(table: Matrix): string {
  const rows = Array.from({ length: table.rows }, (_, row) => table.row(row));
  if (table.rows === 0 || table.columns === 0)
    return `a table of ${table.rows} rows and ${table.columns} columns`;
  return listLiteral(rows, (row) => listLiteral(Array.from(row), shortestFloat32));
}
