import type { Matrix, Standardizer } from '#kit/data';
import * as reference from '../reference';
import { blockSum, additionsInBlocks } from './blocks';
import { EPSILON, rounding } from './rounding';

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
