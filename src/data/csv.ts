import { csvParseRows } from 'd3-dsv';
import type { NamedDataset } from './dataset';
import { Matrix } from './matrix';

export interface CsvOptions {
  /** Header of the column to predict. */
  readonly target: string;
  /** Headers of the features, in this order; every other column that holds a number when left out. */
  readonly columns?: readonly string[];
  readonly name?: string;
  readonly source?: string;
}

export interface CsvDataset extends NamedDataset {
  /** Columns without a single number: they are not in `x`. */
  readonly leftOut: readonly string[];
  /** Rows dropped because a cell in a used column was blank. */
  readonly dropped: number;
  /** Columns of `x` that hold one value only, and become zeros when standardized. */
  readonly constant: readonly string[];
}

/**
 * Reads a table from CSV text whose first row names the columns.
 * Row numbers in messages are those of a spreadsheet: the header is row 1.
 *
 * @returns `x` of n×d and n targets, n the number of complete rows; each number rounded to float32.
 * @throws RangeError for a column that is not there, twice there or not numeric where it must be, text
 * among numbers (row and column named), a number beyond float32, or nothing left to learn from.
 */
export function parseCsv(
  text: string,
  { target, columns, name = 'csv', source = 'A CSV file.' }: CsvOptions,
): CsvDataset {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const headers = header.map((title, index) => title.trim() || `column ${index + 1}`);
  checkHeaders(headers, rows, [target, ...(columns ?? [])]);

  const numeric = headers.filter((_, column) => rows.some((row) => isNumber(row[column])));
  const features = columns ?? numeric.filter((title) => title !== target);
  const wordy = [target, ...features].find((title) => !numeric.includes(title));
  if (wordy !== undefined) throw new RangeError(`Column "${wordy}" holds no numbers.`);
  if (features.length === 0) throw new RangeError(`Beside "${target}" no column holds numbers.`);

  const used = [...features, target].map((title) => headers.indexOf(title));
  const complete: number[][] = [];
  let dropped = 0;
  rows.forEach((row, index) => {
    if (isBlankLine(row)) return;
    const numbers = used.map((column) => toNumber(row[column], index + 2, headers[column]!));
    if (numbers.includes(undefined)) dropped += 1;
    else complete.push(numbers as number[]);
  });
  if (complete.length === 0) {
    throw new RangeError(`No complete row: each of the ${dropped} rows has a blank cell.`);
  }

  const x = Matrix.fromRows(complete.map((numbers) => numbers.slice(0, -1)));
  return {
    name,
    x,
    targets: Float32Array.from(complete, (numbers) => numbers[features.length]!),
    columns: features,
    target,
    source,
    leftOut: headers.filter((title) => !numeric.includes(title)),
    dropped,
    constant: features.filter((_, column) => isConstant(x, column)),
  };
}

function checkHeaders(
  headers: readonly string[],
  rows: readonly string[][],
  wanted: readonly string[],
): void {
  const twice = headers.find((title, index) => headers.indexOf(title) !== index);
  if (twice !== undefined) throw new RangeError(`Two columns are named "${twice}".`);
  const missing = wanted.find((title) => !headers.includes(title));
  if (missing !== undefined) {
    throw new RangeError(`There is no column "${missing}". The columns are: ${headers.join(', ')}.`);
  }
  const repeated = wanted.find((title, index) => wanted.indexOf(title) !== index);
  if (repeated !== undefined) throw new RangeError(`Column "${repeated}" is asked for twice.`);
  const long = rows.findIndex((row) => row.length > headers.length);
  if (long >= 0) {
    throw new RangeError(
      `Row ${long + 2} has ${rows[long]!.length} cells, but the header has ${headers.length}. ` +
        'Put a cell that contains a comma in double quotes.',
    );
  }
}

/** Digits as people write them. `Number` alone would also read "0x10" and "Infinity", and "" as 0. */
const digits = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && digits.test(cell.trim());
}

/** @returns undefined for a blank cell. */
function toNumber(cell = '', row: number, column: string): number | undefined {
  const trimmed = cell.trim();
  if (trimmed === '') return undefined;
  if (!digits.test(trimmed))
    throw new RangeError(`Row ${row}, column "${column}": "${trimmed}" is no number.`);
  const value = Number(trimmed);
  if (!Number.isFinite(Math.fround(value))) {
    throw new RangeError(`Row ${row}, column "${column}": ${trimmed} is too large for float32.`);
  }
  return value;
}

function isBlankLine(row: readonly string[]): boolean {
  return row.length === 1 && row[0]!.trim() === '';
}

function isConstant(x: Matrix, column: number): boolean {
  for (let row = 1; row < x.rows; row += 1) {
    if (x.data[row * x.columns + column] !== x.data[column]) return false;
  }
  return true;
}
