import { sum } from './columns';

/** Rates from `start` towards `end`, evenly spaced on a scale of logarithms; the end is one step further. */
export function learningRates(start: number, end: number, steps: number): Float64Array {
  const [low, high] = [Math.log(start), Math.log(end)];
  return Float64Array.from({ length: steps }, (_, i) => Math.exp(low + (i / steps) * (high - low)));
}

/** For each loss, a mean of all up to it, in which each counts `beta` times as much as the one after it. */
export function smoothed(losses: ArrayLike<number>, beta: number): Float64Array {
  return Float64Array.from({ length: losses.length }, (_, last) => {
    const weights = Array.from({ length: last + 1 }, (_unused, i) => beta ** (last - i));
    return sum(weights.map((weight, i) => weight * losses[i]!)) / sum(weights);
  });
}

/** Of a series of finite losses, how many a sweep over rates sees, and at which the smoothed loss is least. */
export function sweep(losses: ArrayLike<number>): { batches: number; least: number } {
  const line = smoothed(losses, 0.98);
  const bestSoFar = line.map((_, last) => Math.min(...line.subarray(0, last + 1)));
  const stop = line.findIndex((loss, index) => loss > 4 * bestSoFar[index]!);
  const batches = stop === -1 ? line.length : stop + 1;
  return { batches, least: line.indexOf(bestSoFar[batches - 1]!) };
}
