import { Matrix } from '#kit/data';
import { literal, shortestFloat32 } from './literal';

/** How many entries of a column are written out, and how many rows of a table. */
const MOST_ENTRIES = 24;
const MOST_ROWS = 12;

/** So many equal entries are written out. */
const FEW = 4;

/** A value as code that makes it, to be pasted: `Float32Array.of(1, 0.1)`. Of long columns it shows the ends. */
export function code(value: unknown): string {
  if (value instanceof Float32Array) return typed('Float32Array', Array.from(value), shortestFloat32);
  if (value instanceof Float64Array) return typed('Float64Array', Array.from(value), literal);
  if (value instanceof Uint32Array) return typed('Uint32Array', Array.from(value), literal);
  if (value instanceof Matrix) return table(value);
  if (Array.isArray(value)) return `[${listed(value, code, MOST_ROWS)}]`;
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Promise) {
    return typeof value === 'function' ? '() => …' : literal(value);
  }
  const entries = Object.entries(value).map(([name, entry]) => `${name}: ${code(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A call as code. */
export function callCode(name: string, args: readonly unknown[]): string {
  return `${name}(${args.map(code).join(', ')})`;
}

function typed(name: string, values: readonly number[], write: (value: number) => string): string {
  const [first = 0] = values;
  if (values.length > 0 && (values.length < FEW || values.some((value) => !Object.is(value, first)))) {
    return `${name}.of(${listed(values, write, MOST_ENTRIES)})`;
  }
  const made = `new ${name}(${values.length})`;
  return Object.is(first, 0) ? made : `${made}.fill(${write(first)})`;
}

function table({ rows, columns, data }: Matrix): string {
  if (data.every((value) => Object.is(value, 0))) return `new Matrix(${rows}, ${columns})`;
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  );
  return `Matrix.fromRows([${listed(lines, (line) => `[${listed(line, shortestFloat32, MOST_ROWS)}]`, MOST_ROWS)}])`;
}

function listed<Item>(items: readonly Item[], write: (item: Item) => string, most: number): string {
  if (items.length <= most) return items.map(write).join(', ');
  const left = items.slice(0, 3).map(write);
  const more = `/* ${(items.length - 4).toLocaleString('en-US')} more */`;
  return [...left, `${more} ${write(items.at(-1)!)}`].join(', ');
}
