import { Matrix } from '#kit/data';
import type { PlainArgument } from './reading';
import type { Mistake } from './kernel-error';

/** A table as plain data; a Matrix is one. */
export type PlainTable = Extract<PlainArgument, { readonly rows: number }>;

/** Why a value cannot go into a kernel. */
export class Unfit {
  readonly rule: string;
  /** What follows the value's name: "is undefined". */
  readonly words: string;
  readonly advice: string;
  /** Which part of the value, such as `[3]`. */
  readonly part: string;

  constructor(rule: string, words: string, advice: string, part = '') {
    this.rule = rule;
    this.words = words;
    this.advice = advice;
    this.part = part;
  }

  /** @param name how the learner calls the value. */
  mistake(name: string): Mistake {
    return { rule: this.rule, words: `\`${name}${this.part}\` ${this.words}.`, advice: this.advice };
  }
}

const whatToPass = 'Pass a number, a Float32Array or a Matrix.';

/**
 * A value as a kernel takes it: a number, a column as it is, a Matrix as it is, a list of rows copied
 * into a table. Unfit where it is none of these, is empty, or holds anything but numbers.
 */
export function plainValue(value: unknown): PlainArgument | Unfit {
  if (typeof value === 'number') return value;
  if (value instanceof Float32Array || value instanceof Float64Array) return column(value);
  if (isTable(value)) return table(value);
  if (Array.isArray(value)) return list(value);
  if (ArrayBuffer.isView(value) && isNumbers(value)) return column(value);
  return unfit(value);
}

export function isTable(value: unknown): value is PlainTable {
  if (value instanceof Matrix) return true;
  if (ArrayBuffer.isView(value)) return false;
  // A Matrix of another copy of the kit is a Matrix too, so the shape decides and not the class.
  return (
    typeof value === 'object' &&
    value !== null &&
    'rows' in value &&
    'columns' in value &&
    'data' in value &&
    typeof value.rows === 'number' &&
    typeof value.columns === 'number' &&
    ArrayBuffer.isView(value.data)
  );
}

/** `[]` for a number, `[length]` for a column, `[rows, columns]` for a table. */
export function sizesOf(value: PlainArgument): number[] {
  if (typeof value === 'number') return [];
  return isTable(value) ? [value.rows, value.columns] : [value.length];
}

/** A column of numbers in memory of its own. */
export type CopiedColumn = Float32Array | Float64Array;

/** A number, a column or a table that nobody else holds, and that a message can carry. */
export type CopiedArgument =
  number | CopiedColumn | { readonly rows: number; readonly columns: number; readonly data: CopiedColumn };

/** The same value in memory of its own, with the precision it had. */
export function copyOf(value: PlainArgument): CopiedArgument {
  if (typeof value === 'number') return value;
  if (isTable(value)) return { rows: value.rows, columns: value.columns, data: copyColumn(value.data) };
  return copyColumn(value);
}

function copyColumn(values: ArrayLike<number>): CopiedColumn {
  return values instanceof Float32Array ? values.slice() : Float64Array.from(values);
}

/** "a number", "a column of 6 values", "a table of 3 rows and 2 columns". */
export function describe(value: PlainArgument): string {
  const [rows, columns] = sizesOf(value);
  if (rows === undefined) return 'a number';
  if (columns === undefined) return `a column of ${rows} value${rows === 1 ? '' : 's'}`;
  return `a table of ${rows} row${rows === 1 ? '' : 's'} and ${columns} column${columns === 1 ? '' : 's'}`;
}

function column(values: ArrayLike<number>): ArrayLike<number> | Unfit {
  return values.length > 0 ? values : empty('is empty: it holds 0 values');
}

function table(given: PlainTable): PlainTable | Unfit {
  if (!isList(given.data) || given.data.length !== given.rows * given.columns) {
    return new Unfit('not-numbers', 'is no Matrix: its data does not fill its rows and columns', whatToPass);
  }
  if (given.rows > 0 && given.columns > 0) return given;
  return empty(`is empty: it is a ${given.rows}×${given.columns} table`);
}

function empty(words: string): Unfit {
  return new Unfit(
    'empty',
    words,
    'A kernel needs at least one value: deal with empty input before you call it.',
  );
}

function list(values: readonly unknown[]): PlainArgument | Unfit {
  if (values.length === 0) return column([]);
  if (isList(values[0])) return rowList(values);
  return unfitElement(values, '') ?? numbers(values);
}

function rowList(rows: readonly unknown[]): PlainTable | Unfit {
  const columns = isList(rows[0]) ? rows[0].length : 0;
  if (columns === 0) return empty('is empty: its row 0 holds 0 values');
  const data = new Float64Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    if (!isList(row)) {
      return new Unfit('ragged-table', 'is not a row', 'Give every row as a list of numbers.', `[${index}]`);
    }
    if (row.length !== columns) {
      return new Unfit(
        'ragged-table',
        `has ${row.length} values, but row 0 has ${columns}`,
        'Give every row the same number of values.',
        `[${index}]`,
      );
    }
    const trouble = unfitElement(row, `[${index}]`);
    if (trouble !== undefined) return trouble;
    data.set(numbers(row), index * columns);
  }
  return { rows: rows.length, columns, data };
}

function unfitElement(values: ArrayLike<unknown>, before: string): Unfit | undefined {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (typeof value === 'number') continue;
    const part = `${before}[${index}]`;
    if (isList(value)) {
      const levels =
        before === '' ? 'is a list among numbers' : 'is a list: a table has rows and columns only';
      return new Unfit('not-numbers', levels, whatToPass, part);
    }
    const { rule, words, advice } = unfit(value);
    return new Unfit(rule === 'not-awaited' ? rule : 'not-numbers', words, advice, part);
  }
  return undefined;
}

function unfit(value: unknown): Unfit {
  if (value === undefined || value === null) {
    return new Unfit(
      'missing-value',
      `is ${value}`,
      'See where it comes from: a misspelled name or a function without return gives undefined.',
    );
  }
  if (typeof value === 'object' && 'then' in value && typeof value.then === 'function') {
    return new Unfit(
      'not-awaited',
      'is a Promise: its value is not there yet',
      'Write await in front of the call that it comes from.',
    );
  }
  return new Unfit('not-numbers', `is ${nameOf(value)}`, adviceFor(value));
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === 'boolean') return `the boolean ${value}`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  const kind: unknown = value.constructor?.name;
  return typeof kind === 'string' && kind !== 'Object' ? `a ${kind}` : 'an object';
}

function adviceFor(value: unknown): string {
  if (typeof value === 'string') return 'Number(text) turns a text into a number.';
  if (typeof value === 'boolean') return 'Pass 1 or 0 instead.';
  if (typeof value === 'bigint') return 'Number(value) turns a bigint into a number.';
  return whatToPass;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && isNumbers(value));
}

function isNumbers(view: ArrayBufferView): view is ArrayBufferView & ArrayLike<number> {
  return 'length' in view && !(view instanceof BigInt64Array) && !(view instanceof BigUint64Array);
}

// The elements have been looked at by `unfitElement`; TypeScript cannot see that.
function numbers(values: ArrayLike<unknown>): ArrayLike<number> {
  return values as ArrayLike<number>;
}
