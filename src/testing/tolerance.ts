import type { Matrix, Standardizer } from '#kit/data';
import * as reference from './reference';

/**
 * How far an honest float32 computation may end from the exact result. Every allowance of every suite
 * comes from here, so that each can be tested for being too loose and too tight.
 */

/** The distance from 1 to the next float32. One rounding moves a number by at most half of it. */
export const EPSILON = 2 ** -23;

/** For one operation on exact inputs: one rounding of the result, allowed twice. */
export function rounding(value: number): number {
  return EPSILON * Math.abs(value);
}

/** For a sum in float32, in any order: each of the n − 1 additions rounds a number of at most Σ|x|. */
export function sum(values: ArrayLike<number>): number {
  return (values.length / 2) * EPSILON * reference.sum(Array.from(values, Math.abs));
}

/** For a mean that is added up in float64 and handed on as a float32 at the latest. */
export function mean(values: ArrayLike<number>): number {
  return EPSILON * reference.meanSize(values);
}

/**
 * For a standard deviation from squared distances, in float64, around a mean within `mean`: a
 * mean that is off by δ moves it by at most δ.
 */
export function standardDeviation(values: ArrayLike<number>): number {
  return EPSILON * (reference.standardDeviation(values) + reference.meanSize(values));
}

/** For x − mean in a kernel: the mean is rounded when it is handed over, the difference once more. */
export function centered(values: ArrayLike<number>, middle: number): Float64Array {
  return Float64Array.from(values, (value) => EPSILON * (Math.abs(middle) + Math.abs(value - middle)));
}

/** For x / std in a kernel: the std is rounded when it is handed over, the quotient once more. */
export function scaled(values: ArrayLike<number>, deviation: number): Float64Array {
  return Float64Array.from(
    values,
    (value) => 2 * EPSILON * Math.abs(value / (deviation === 0 ? 1 : deviation)),
  );
}

/**
 * For (x − mean) / std: what centering may be off by, in units of the std, and a quotient that is off by
 * as many parts as the std is.
 */
export function standardized(values: ArrayLike<number>): Float64Array {
  const deviation = reference.standardDeviation(values) || 1;
  const centering = centered(values, reference.mean(values));
  const shift = mean(values) / deviation;
  const stretch = 2 * EPSILON + standardDeviation(values) / deviation;
  return reference
    .standardized(values)
    .map((z, index) => centering[index]! / deviation + shift + stretch * Math.abs(z));
}

/** How far each number of a model may be off. */
interface Allowance {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * For w / std and bias − Σ mean · w on the host: each weight is rounded once, perhaps before the means weigh
 * it, what they weigh perhaps once more, and the bias at the latest when it is handed on.
 */
export function rawUnits(model: reference.Line, standardizer: Standardizer): Allowance {
  const { weights } = reference.rawUnits(model, standardizer);
  return { weights: weights.map(rounding), bias: shifted(model.bias, weights, standardizer) };
}

/** For w · std and bias + Σ mean · w on the host, rounded as in `rawUnits`. */
export function standardUnits(model: reference.Line, standardizer: Standardizer): Allowance {
  const { weights } = reference.standardUnits(model, standardizer);
  return { weights: weights.map(rounding), bias: shifted(model.bias, model.weights, standardizer) };
}

function shifted(bias: number, weights: ArrayLike<number>, { means }: Standardizer): number {
  const shifts = Array.from(means, (mean, index) => Math.abs(weights[index]! * mean));
  return EPSILON * (Math.abs(bias) + 2 * reference.sum(shifts));
}

/** For a model taken to raw units and back: what was lost on the way there, in standard units, and on the way back. */
export function thereAndBack(model: reference.Line, standardizer: Standardizer): Allowance {
  const there = rawUnits(model, standardizer);
  const back = standardUnits(reference.rawUnits(model, standardizer), standardizer);
  const lost = reference.standardUnits(there, { ...standardizer, means: standardizer.means.map(Math.abs) });
  return {
    weights: lost.weights.map((weight, index) => weight + back.weights[index]!),
    bias: lost.bias + back.bias,
  };
}

/** For the prediction of one row, in float64, by a model that is off by an allowance. */
export function prediction(row: ArrayLike<number>, allowance: Allowance): number {
  return reference.prediction(Array.from(row, Math.abs), allowance);
}

/** For Σ weights · x + bias in a kernel: a rounding for each product, for the bias, and for each addition. */
export function predictions(x: Matrix, model: reference.Line): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => sum(termsOf(x, row, model)));
}

/** For prediction − target in a kernel: one term more. */
export function residuals(x: Matrix, targets: ArrayLike<number>, model: reference.Line): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => sum([...termsOf(x, row, model), targets[row]!]));
}

function termsOf(x: Matrix, row: number, { weights, bias }: reference.Line): number[] {
  return [bias, ...Array.from(x.row(row), (entry, column) => entry * weights[column]!)];
}

/** For squares from a kernel, added up in float64: the difference is rounded, which counts twice, and the square. */
export function meanSquaredError(predicted: ArrayLike<number>, targets: ArrayLike<number>): number {
  return 2 * EPSILON * reference.meanSquaredError(predicted, targets);
}

/** For 2/n · Σ x·r: a sum of products, and up to four roundings more of each for the factor 2/n and the result. */
export function gradient(x: Matrix, residuals: ArrayLike<number>): Allowance {
  const slope = (terms: readonly number[]) =>
    (2 / x.rows) * (sum(terms) + 2 * EPSILON * reference.sum(terms.map(Math.abs)));
  const each = Array.from(residuals);
  return {
    weights: Float64Array.from({ length: x.columns }, (_, column) =>
      slope(each.map((residual, row) => x.at(row, column) * residual)),
    ),
    bias: slope(each),
  };
}

/**
 * For central differences of a loss in float64, with steps of 1: each of the two losses is a mean of
 * n squares of exact numbers, and so of n + 1 roundings.
 */
export function centralDifferences(
  x: Matrix,
  targets: ArrayLike<number>,
  { weights, bias }: reference.Line,
): Allowance {
  // A step of 1 moves a prediction by x, and (|r| + |x|)² is above the squares on both sides.
  const rest = reference.residuals(x, targets, { weights, bias });
  const slack = (feature: (row: number) => number) =>
    (x.rows + 1) *
    2 ** -53 *
    reference.mean(rest.map((residual, row) => (Math.abs(residual) + Math.abs(feature(row))) ** 2));
  return {
    weights: Float64Array.from(weights, (_, column) => slack((row) => x.at(row, column))),
    bias: slack(() => 1),
  };
}

/** For parameter − rate · slope in a kernel: all three may be rounded when handed over, then product and difference. */
export function descended(model: reference.Line, slopes: reference.Line, rate: number): Allowance {
  const slack = (parameter: number, slope: number) =>
    EPSILON * (Math.abs(parameter) + 2 * Math.abs(rate * slope));
  return {
    weights: Float64Array.from(model.weights, (weight, j) => slack(weight, slopes.weights[j]!)),
    bias: slack(model.bias, slopes.bias),
  };
}

/** No thread reads more values than these. */
export const MOST_READS = 4096;

/**
 * For a sum in float32 in blocks of at most 4,096, and then over the blocks: no value goes through more
 * additions than the longest block and the blocks have.
 */
export function blockSum(values: ArrayLike<number>): number {
  return (additionsInBlocks(values.length) / 2) * EPSILON * values.length * reference.meanSize(values);
}

function additionsInBlocks(length: number): number {
  return length <= MOST_READS ? length : MOST_READS + Math.ceil(length / MOST_READS);
}

/** How far each mean and each deviation may be off. */
interface StandardizerAllowance {
  readonly means: Float64Array;
  readonly standardDeviations: Float64Array;
}

/** For the statistics of each column, from sums in float32. */
export function fitted(x: Matrix): StandardizerAllowance {
  const columns = Array.from({ length: x.columns }, (_, column) => reference.columnOf(x, column));
  return {
    means: Float64Array.from(columns, fittedMean),
    standardDeviations: Float64Array.from(columns, fittedDeviation),
  };
}

/**
 * From the sum of the values as they are, or of their distances from the first, each rounded once; the mean
 * itself is rounded when it is handed on.
 */
function fittedMean(values: Float32Array): number {
  const distances = values.map((value) => value - values[0]!);
  const ofDistances = blockSum(distances) / values.length + rounding(reference.meanSize(distances));
  return rounding(reference.mean(values)) + Math.max(blockSum(values) / values.length, ofDistances);
}

/**
 * From squared distances: a mean that is off by δ makes √(std² + δ²) of the deviation. A distance is rounded,
 * its square, and the sum; the root halves all that, and is rounded itself.
 */
function fittedDeviation(values: Float32Array): number {
  const deviation = reference.standardDeviation(values);
  const parts = 1 + (3 + additionsInBlocks(values.length)) / 4;
  return Math.hypot(deviation, fittedMean(values)) - deviation + parts * rounding(deviation);
}

/** For `(x − mean) / std` in each cell, with statistics that were rounded when they were handed over. */
export function transformed(x: Matrix, { means, standardDeviations }: Standardizer): Float64Array {
  return byCell(x, (value, column) => {
    const [mean, divisor] = [means[column]!, standardDeviations[column]! || 1];
    const distance = Math.abs(value - mean);
    return (EPSILON * (Math.abs(mean) + distance) + 2 * EPSILON * distance) / divisor;
  });
}

/** For `mean + std · z` in each cell: the product is rounded, and the sum. */
export function restored(z: Matrix, { means, standardDeviations }: Standardizer): Float64Array {
  return byCell(z, (value, column) => {
    const product = value * (standardDeviations[column]! || 1);
    return rounding(product) + rounding(means[column]! + product);
  });
}

/** For a table that is transformed and comes back: what was lost on the way there, and on the way back. */
export function transformedAndRestored(x: Matrix, standardizer: Standardizer): Float64Array {
  const there = transformed(x, standardizer);
  return restored(reference.transformed(x, standardizer), standardizer).map((slack, cell) => {
    return slack + there[cell]! * (standardizer.standardDeviations[cell % x.columns]! || 1);
  });
}

/** Half of the sixth digit, in which the article's tables end, and a tenth more for keeping it in float32. */
const PRINTED = 5.5e-7;

/** For `mean + std · z` of printed numbers, against a printed number. */
export function printedRestored(z: Matrix, { standardDeviations }: Standardizer): Float64Array {
  return byCell(z, (value, column) => PRINTED * (2 + Math.abs(value) + standardDeviations[column]!));
}

/** For `(x − mean) / std` of printed numbers, against a printed z: the same, in deviations. */
export function printedTransformed(z: Matrix, standardizer: Standardizer): Float64Array {
  const { standardDeviations } = standardizer;
  return printedRestored(z, standardizer).map((slack, cell) => slack / standardDeviations[cell % z.columns]!);
}

/** For a table that is transformed with its own statistics, fitted in float32. */
export function fittedAndTransformed(x: Matrix): Float64Array {
  const standardizer = reference.fitted(x);
  const { means, standardDeviations } = fitted(x);
  const z = reference.transformed(x, standardizer).data;
  return transformed(x, standardizer).map((slack, cell) => {
    const column = cell % x.columns;
    const lost = means[column]! + Math.abs(z[cell]!) * standardDeviations[column]!;
    return slack + lost / (standardizer.standardDeviations[column]! || 1);
  });
}

function byCell(x: Matrix, allowance: (value: number, column: number) => number): Float64Array {
  return Float64Array.from(x.data, (value, cell) => allowance(value, cell % x.columns));
}
