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
  if (value instanceof Float32Array) return listLiteral(value, shortestFloat32);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return listLiteral(value as Uint32Array, literal);
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

function listLiteral<Item>(items: ArrayLike<Item>, write: (item: Item) => string): string {
  return listOf(items.length, (index) => write(items[index]!));
}

/** A list of which only those entries are asked for that are shown. */
function listOf(length: number, write: (index: number) => string): string {
  const written = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => write(from + index));
  if (length <= LONGEST) return `[${written(0, length).join(', ')}]`;
  const [left, right] = [LONGEST / 2, LONGEST / 4];
  const more = `… ${length - left - right} more …`;
  return `[${[...written(0, left), more, ...written(length - right, length)].join(', ')}]`;
}

function tableLiteral(table: Matrix): string {
  const { rows, columns } = table;
  if (rows === 0 || columns === 0) return `a table of ${rows} rows and ${columns} columns`;
  return listOf(rows, (row) => listLiteral(table.row(row), shortestFloat32));
}
