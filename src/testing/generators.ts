import fc, { type Arbitrary } from 'fast-check';
import { Matrix, type LinearModel, type Standardizer } from '#kit/data';

/**
 * Data that means something, drawn by fast-check, and shrinking to few and simple numbers. Every value is
 * a multiple of its quantity's step that float32 holds exactly, so a test's inputs carry no rounding.
 */

/** Something that people measure: whole steps of a size that float32 holds exactly. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** A power of two. */
  readonly step: number;
}

export const quantities = {
  temperatures: { low: -30, high: 45, step: 0.5 }, // °C
  prices: { low: 0, high: 500, step: 0.25 }, // dollars
  heights: { low: 140, high: 210, step: 0.5 }, // cm
  horsepower: { low: 40, high: 230, step: 1 },
  years: { low: 1950, high: 2020, step: 1 },
  incomes: { low: 20_000, high: 200_000, step: 1 }, // dollars a year
  shares: { low: 0, high: 1, step: 1 / 1024 },
} satisfies Record<string, Quantity>;

const all: readonly Quantity[] = Object.values(quantities);

/** Few distinct sizes: a kernel with constants compiles once for each. */
export const lengths = [2, 3, 5, 8, 21] as const;

/** One measured value. */
export function value(quantity: Quantity): Arbitrary<number> {
  const { low, high, step } = quantity;
  return fc
    .integer({ min: Math.ceil(low / step), max: Math.floor(high / step) })
    .map((steps) => steps * step);
}

/** A column of one length and one quantity. */
export function columnOf(quantity: Quantity, length: number): Arbitrary<Float32Array> {
  return fc
    .array(value(quantity), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));
}

interface ColumnChoice {
  readonly quantity?: Quantity;
  readonly lengths?: readonly number[];
}

/** A column of some quantity: temperatures, prices, heights, … */
export function column(choice: ColumnChoice = {}): Arbitrary<Float32Array> {
  return fc
    .tuple(oneOf(choice.quantity === undefined ? all : [choice.quantity]), oneOf(choice.lengths ?? lengths))
    .chain(([quantity, length]) => columnOf(quantity, length));
}

/** A column in which at least two values differ, so that its standard deviation is not 0. */
export function variedColumn(choice: ColumnChoice = {}): Arbitrary<Float32Array> {
  return column(choice).filter((values) => values.some((entry) => entry !== values[0]));
}

/** A column that repeats one value, among them values that binary fractions cannot hold, such as 0.1. */
export function constantColumn(): Arbitrary<Float32Array> {
  return fc
    .tuple(oneOf([0, 1, 0.1, 42.7, -273.15, 99_000.3]), oneOf(lengths))
    .map(([entry, length]) => new Float32Array(length).fill(entry));
}

interface TableChoice {
  readonly rows?: readonly number[];
  readonly columns?: readonly number[];
}

/** A table whose columns are quantities of their own. Rows and columns differ in number, so that mixing them up shows. */
export function table(choice: TableChoice = {}): Arbitrary<Matrix> {
  return fc
    .tuple(oneOf(choice.rows ?? [2, 5, 8]), oneOf(choice.columns ?? [1, 3, 4]))
    .chain(([rows, columns]) =>
      fc
        .array(
          oneOf(all).chain((quantity) => columnOf(quantity, rows)),
          { minLength: columns, maxLength: columns },
        )
        .map((drawn) => {
          const matrix = new Matrix(rows, columns);
          drawn.forEach((entries, index) =>
            entries.forEach((entry, row) => {
              matrix.data[row * columns + index] = entry;
            }),
          );
          return matrix;
        }),
    );
}

/** A table together with what fits it, such as a model of its columns, or a target for each of its rows. */
export function tableWith<Parts extends object>(
  parts: (x: Matrix) => { readonly [Name in keyof Parts]: Arbitrary<Parts[Name]> },
  choice: TableChoice = {},
): Arbitrary<Parts & { readonly x: Matrix }> {
  return table(choice).chain((x) => fc.record<Parts>(parts(x)).map((drawn) => ({ ...drawn, x })));
}

/** A linear model with one weight per feature; weights and bias are multiples of 1/4 that float32 holds. */
export function model(features: number): Arbitrary<LinearModel> {
  const weight: Quantity = { low: -20, high: 20, step: 0.25 };
  return fc.record({ weights: columnOf(weight, features), bias: amount(100) });
}

/**
 * Statistics of as many columns, each of a quantity of its own: a mean among its values, and a deviation
 * of at most half its range. Some deviations are 0, as those of constant columns are.
 */
export function standardizer(features: number): Arbitrary<Standardizer> {
  const statistics = oneOf(all).chain(({ low, high, step }) =>
    fc.record({
      mean: value({ low, high, step }),
      deviation: fc.oneof(
        { weight: 1, arbitrary: fc.constant(0) },
        { weight: 4, arbitrary: value({ low: step, high: (high - low) / 2, step }) },
      ),
    }),
  );
  return fc.array(statistics, { minLength: features, maxLength: features }).map((columns) => ({
    means: Float32Array.from(columns, ({ mean }) => mean),
    standardDeviations: Float32Array.from(columns, ({ deviation }) => deviation),
  }));
}

/** A seed for data that is drawn elsewhere. */
export function seed(): Arbitrary<number> {
  return fc.nat({ max: 1_000_000 });
}

/** A number to add or multiply by: a multiple of 1/4 between −limit and limit. */
export function amount(limit: number): Arbitrary<number> {
  return value({ low: -limit, high: limit, step: 0.25 });
}

/** Something to divide by: standard deviations of small, everyday and large quantities. */
export function deviation(): Arbitrary<number> {
  return oneOf([1, 0.5, 27, 363.75, 8192, 1 / 1024, 2 ** -14]);
}

/** Like `amount`, and never 0. */
export function factor(limit: number): Arbitrary<number> {
  return amount(limit).filter((number) => number !== 0);
}

function oneOf<Choice>(choices: readonly Choice[]): Arbitrary<Choice> {
  return fc.constantFrom(...choices);
}
