import { Matrix } from '#kit/data';
import type { Launch } from './implementation';
import { literal } from './literal';
import { Mismatch } from './mismatch';

/** What a check may expect: a number, a column or a table. */
export type Numbers = number | Float32Array | Matrix;

/** One allowance for every entry, or one for each. */
export type Tolerance = number | ArrayLike<number>;

/**
 * Passes when `got` is of the same kind and size as `expected`, and each entry within its tolerance.
 * @param name what `got` is, to begin a sentence with, where it is not the result itself
 */
export function close(
  got: unknown,
  expected: Numbers | Float64Array,
  tolerance: Tolerance,
  name?: string,
): void {
  const values = { expected: literal(asFloat32(expected)), got: literal(got) };
  const [left, right] = [entries(got, expected, values), entriesOf(expected)];
  const allowance = (index: number) => (typeof tolerance === 'number' ? tolerance : (tolerance[index] ?? 0));
  // Written so that NaN fails.
  const wrong = right.findIndex((value, index) => {
    const entry = left[index] ?? NaN;
    return !(Object.is(entry, value) || Math.abs(entry - value) <= allowance(index));
  });
  if (wrong === -1) return;
  const sentence = wrongEntry(wrong, expected, left[wrong], name);
  throw new Mismatch(sentence, values);
}

/** Passes when `got` is of the same kind and size as `expected`, and every entry the same number. */
export function equal(got: unknown, expected: Numbers): void {
  close(got, expected, 0);
}

/** Passes when a statement about the result is true. */
export function holds(
  truth: boolean,
  sentence: string,
  values: { expected?: string; got?: string } = {},
): void {
  if (!truth) throw new Mismatch(sentence, values);
}

/** Passes when the call throws or rejects with a RangeError that mentions every one of `sizes`. */
export async function refuses(call: () => Promise<unknown>, ...sizes: number[]): Promise<void> {
  const expected = `a RangeError that mentions ${sizes.join(' and ')}`;
  const error = await errorOf(call);
  if (!(error instanceof Error)) {
    const what = sizes.includes(0) ? 'Empty input' : 'Sizes that do not fit';
    throw new Mismatch(`${what} should be refused with a RangeError.`, { expected, got: literal(error) });
  }
  if (NOT_A_REFUSAL.has(error.name)) throw error;
  const got = literal(error);
  if (error.name !== 'RangeError') {
    throw new Mismatch('It is refused, but not with a RangeError.', { expected, got });
  }
  const missing = sizes.filter((size) => !new RegExp(`(?<![\\d.])${size}(?!\\d|\\.\\d)`).test(error.message));
  if (missing.length === 0) return;
  throw new Mismatch(`The RangeError should name the sizes, and ${missing.join(' and ')} is not in it.`, {
    expected,
    got,
  });
}

/** What says that there is no code yet to refuse anything. */
const NOT_A_REFUSAL = new Set(['NotStarted', 'MissingExport']);

/** What the call throws, or else what it answers. */
async function errorOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error instanceof Error ? error : new Error(literal(error));
  }
}

/** Passes when an input holds what it held before. */
export function unchanged(input: Float32Array | Matrix, before: Float32Array | Matrix): void {
  const [now, then] = [entriesOf(input), entriesOf(before)];
  const changed = then.findIndex((value, index) => !Object.is(now[index], value));
  if (changed === -1) return;
  throw new Mismatch('The input was overwritten. Put the results into a new array.', {
    expected: `the input still ${literal(before)}`,
    got: literal(input),
  });
}

/** Passes when some kernel ran with exactly this output: `[columns]` or `[columns, rows]`. */
export function ranAsKernel(launches: readonly Launch[], output: readonly number[]): void {
  const wanted = output.join('×');
  if (launches.some((launch) => launch.output.join('×') === wanted)) return;
  const [columns = 0, rows] = output;
  const threads = rows === undefined ? `${columns} threads` : `${columns}×${rows} threads`;
  const seen = launches.map((launch) => launch.output.join('×')).join(', ');
  throw new Mismatch(
    launches.length === 0
      ? 'The numbers should come from a kernel, and none ran.'
      : 'A kernel ran, but with another output size.',
    {
      expected: `a kernel with output: [${output.join(', ')}], so ${threads}`,
      got: launches.length === 0 ? 'no kernel' : `output ${seen}`,
    },
  );
}

function wrongEntry(index: number, expected: Numbers | Float64Array, entry: unknown, name?: string): string {
  const note = Number.isNaN(entry) ? ' It is NaN: not a number.' : '';
  if (typeof expected === 'number') return `${name ?? 'The number'} is not right.${note}`;
  const beginning = name === undefined ? '' : `${name} differ. `;
  if (expected instanceof Matrix) {
    const [row, column] = [Math.floor(index / expected.columns), index % expected.columns];
    return `${beginning}Row ${row}, column ${column} is the first cell that is not right.${note}`;
  }
  return `${beginning}Entry ${index} is the first that is not right.${note}`;
}

/** The entries of `got`, once its kind and size are those of `expected`. */
function entries(
  got: unknown,
  expected: Numbers | Float64Array,
  values: { expected: string; got: string },
): ArrayLike<number> {
  if (got === undefined) throw new Mismatch('Nothing came back. Is a `return` missing?', values);
  if (got instanceof Promise) throw new Mismatch('A Promise came back. Is an `await` missing?', values);
  if (typeof expected === 'number') {
    if (typeof got !== 'number') throw new Mismatch('A number should come back.', values);
    return [got];
  }
  if (expected instanceof Matrix) {
    if (!(got instanceof Matrix)) throw new Mismatch('A Matrix should come back.', values);
    if (got.rows !== expected.rows || got.columns !== expected.columns) {
      throw new Mismatch(
        `The table has ${got.rows} rows and ${got.columns} columns; ` +
          `it should have ${expected.rows} rows and ${expected.columns} columns.`,
        values,
      );
    }
    return got.data;
  }
  if (!(got instanceof Float32Array)) {
    const plain = Array.isArray(got)
      ? ' A plain array came back: `Float32Array.from(…)` makes a column of it.'
      : '';
    throw new Mismatch(`A Float32Array should come back.${plain}`, values);
  }
  if (got.length !== expected.length) {
    // `Float32Array.from(promise)` and the like are empty, without a word.
    const promise = got.length === 0 ? ' Was it made of a Promise? Then an `await` is missing.' : '';
    const counts = `The column has ${got.length} values; it should have ${expected.length}.`;
    throw new Mismatch(counts + promise, values);
  }
  return got;
}

function entriesOf(value: Numbers | Float64Array): number[] {
  if (typeof value === 'number') return [value];
  return Array.from(value instanceof Matrix ? value.data : value);
}

function asFloat32(value: Numbers | Float64Array): Numbers {
  return value instanceof Float64Array ? Float32Array.from(value) : value;
}
