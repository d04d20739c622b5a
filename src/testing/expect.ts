import { Matrix, type Standardizer } from '#kit/data';
import { aboutNaN } from './about-nan';
import { comparisonOf, type Comparison } from './comparison';
import { literal } from './literal';
import { Mismatch, type MismatchValues } from './mismatch';
import { overwritten } from './overwritten';

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
  // Written out only when something is wrong: long tables take longer to write than to compare.
  const mismatch = (sentence: string, comparison?: Comparison) =>
    new Mismatch(sentence, {
      expected: literal(asFloat32(expected)),
      got: literal(got),
      ...(comparison && { comparison }),
    });
  const [left, right] = [entries(got, expected, mismatch), entriesOf(expected)];
  const allowance = (index: number) => (typeof tolerance === 'number' ? tolerance : (tolerance[index] ?? 0));
  // Written so that NaN fails.
  const isWrong = (index: number) => {
    const [entry, value] = [left[index] ?? NaN, right[index] ?? NaN];
    return !(Object.is(entry, value) || Math.abs(entry - value) <= allowance(index));
  };
  const wrong = right.findIndex((_, index) => isWrong(index));
  if (wrong === -1) return;
  const whole = asFloat32(expected);
  const comparison = typeof whole === 'number' ? undefined : comparisonOf(whole, left, isWrong);
  throw mismatch(wrongEntry(wrong, expected, left[wrong], name), comparison);
}

/** Passes when `got` is of the same kind and size as `expected`, and every entry the same number. */
export function equal(got: unknown, expected: Numbers): void {
  close(got, expected, 0);
}

/** Weights and a bias, whatever they are: a model, a gradient, or how far each may be off. */
interface WeightsAndBias<Weights> {
  readonly weights: Weights;
  readonly bias: number;
}

/**
 * Passes when `got` is a model, or a gradient, and each of its numbers is within its tolerance.
 * @param owner whose weights they are, where it is not the result itself
 */
export function closeModel(
  got: unknown,
  expected: WeightsAndBias<Float32Array | Float64Array>,
  tolerance: WeightsAndBias<Tolerance>,
  owner?: string,
): void {
  const { weights, bias } = (got ?? {}) as Partial<WeightsAndBias<unknown>>;
  if (weights === undefined || bias === undefined) {
    const shape = { weights: asFloat32(expected.weights), bias: expected.bias };
    throw new Mismatch(
      got === undefined
        ? 'Nothing came back. Is a `return` missing?'
        : 'Weights and a bias should come back: `{ weights, bias }`.',
      { expected: literal(shape), got: literal(got) },
    );
  }
  const of = owner === undefined ? '' : ` of ${owner}`;
  close(weights, expected.weights, tolerance.weights, `The weights${of}`);
  close(bias, expected.bias, tolerance.bias, `The bias${of}`);
}

/**
 * Passes when `got` is a standardizer, and each of its numbers is within its tolerance. Without one, all must be
 * the same numbers.
 */
export function closeStandardizer(
  got: unknown,
  expected: Standardizer,
  tolerance: { readonly [Part in keyof Standardizer]: Tolerance } = { means: 0, standardDeviations: 0 },
): void {
  const { means, standardDeviations } = (got ?? {}) as Partial<Standardizer>;
  if (means === undefined || standardDeviations === undefined) {
    throw new Mismatch(
      got === undefined
        ? 'Nothing came back. Is a `return` missing?'
        : 'Means and deviations should come back: `{ means, standardDeviations }`.',
      { expected: literal(expected), got: literal(got) },
    );
  }
  close(means, expected.means, tolerance.means, 'The means');
  close(
    standardDeviations,
    expected.standardDeviations,
    tolerance.standardDeviations,
    'The standard deviations',
  );
}

/** Passes when a statement about the result is true. */
export function holds(truth: boolean, sentence: string, values: MismatchValues = {}): void {
  if (!truth) throw new Mismatch(sentence, values);
}

/** Passes when the call throws or rejects with a RangeError that mentions every one of `sizes`. */
export async function refuses(call: () => Promise<unknown>, ...sizes: number[]): Promise<void> {
  const expected = `a RangeError that mentions ${sizes.join(' and ')}`;
  const end = await endOf(call);
  if ('answer' in end) {
    const what = sizes.includes(0) ? 'Empty input' : 'Sizes that do not fit';
    throw new Mismatch(`${what} should be refused with a RangeError.`, {
      expected,
      got: literal(end.answer),
    });
  }
  const { error } = end;
  const got = literal(error);
  if (!(error instanceof Error)) {
    const sentence = 'It is refused, but not with a RangeError: what is thrown is no Error at all.';
    throw new Mismatch(sentence, { expected, got });
  }
  if (NOT_A_REFUSAL.has(error.name)) throw error;
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

/** What says that there is no code yet to refuse anything, or that a result came back. */
const NOT_A_REFUSAL = new Set(['NotStarted', 'MissingExport', 'Mismatch']);

async function endOf(call: () => Promise<unknown>): Promise<{ answer: unknown } | { error: unknown }> {
  try {
    return { answer: await call() };
  } catch (error) {
    return { error };
  }
}

/** What an exercise may be given, and must leave as it was. */
type Input = Float32Array | Matrix | WeightsAndBias<Float32Array>;

/** Passes when an input holds what it held before. */
export function unchanged(input: Input, before: Input): void {
  const entriesIn = (each: Input) => ('bias' in each ? [...each.weights, each.bias] : entriesOf(each));
  const [now, then] = [entriesIn(input), entriesIn(before)];
  if (then.every((value, index) => Object.is(now[index], value))) return;
  throw overwritten(before, input);
}

function wrongEntry(index: number, expected: Numbers | Float64Array, entry: unknown, name?: string): string {
  const note = aboutNaN(entry);
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
  mismatch: (sentence: string) => Mismatch,
): ArrayLike<number> {
  if (got === undefined) throw mismatch('Nothing came back. Is a `return` missing?');
  if (got instanceof Promise) throw mismatch('A Promise came back. Is an `await` missing?');
  if (typeof expected === 'number') {
    if (typeof got !== 'number') throw mismatch(`A number should come back.${inList(got)}`);
    return [got];
  }
  if (expected instanceof Matrix) {
    if (!(got instanceof Matrix)) throw mismatch(`A Matrix should come back.${asMatrix(got)}`);
    if (got.rows !== expected.rows || got.columns !== expected.columns) {
      throw mismatch(`The table has ${rowsAndColumns(got)}; it should have ${rowsAndColumns(expected)}.`);
    }
    return got.data;
  }
  if (!(got instanceof Float32Array)) {
    throw mismatch(`A Float32Array should come back.${asColumn(got)}`);
  }
  if (got.length !== expected.length) {
    // `Float32Array.from(promise)` and the like are empty, without a word.
    const promise = got.length === 0 ? ' Was it made of a Promise? Then an `await` is missing.' : '';
    const counts = `The column has ${counted(got.length, 'value')}; it should have ${expected.length}.`;
    throw mismatch(counts + promise);
  }
  return got;
}

function asMatrix(got: unknown): string {
  if (got instanceof Float32Array)
    return ' A column came back: `new Matrix(rows, columns, values)` makes a table of it.';
  return Array.isArray(got) ? ' A plain array came back: `Matrix.fromRows(…)` makes a table of rows.' : '';
}

function asColumn(got: unknown): string {
  if (Array.isArray(got)) return ' A plain array came back: `Float32Array.from(…)` makes a column of it.';
  if (got instanceof Matrix) return ' A Matrix came back: its numbers, row after row, are its `data`.';
  return ArrayBuffer.isView(got)
    ? ` A ${got.constructor.name} came back: \`Float32Array.from(…)\` makes a column of it.`
    : '';
}

function inList(got: unknown): string {
  return (Array.isArray(got) || ArrayBuffer.isView(got)) && (got as ArrayLike<unknown>).length === 1
    ? ' A list came back, with the number in it.'
    : '';
}

function rowsAndColumns({ rows, columns }: Matrix): string {
  return `${counted(rows, 'row')} and ${counted(columns, 'column')}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function entriesOf(value: Numbers | Float64Array): number[] {
  if (typeof value === 'number') return [value];
  return Array.from(value instanceof Matrix ? value.data : value);
}

function asFloat32(value: Numbers | Float64Array): Numbers {
  return value instanceof Float64Array ? Float32Array.from(value) : value;
}
