import { Random } from './random';

const people = 1_000;
const mean = 40;
const standardDeviation = 27;

/**
 * Monthly phone bills of 1,000 people, in dollars and whole cents.
 *
 * The bills are made up. The article gives only two figures, a mean of $40 and a standard deviation of
 * $27, and these bills are drawn to have both, within half a cent. They lean as bills do: most are small,
 * a few are large, none is below 0 (a log-normal distribution).
 */
export function phoneBills(seed = 0): Float32Array {
  const random = new Random(seed, 'phone bills');
  const draws = Array.from({ length: people }, () => random.normal());
  // The wider the spread, the larger deviation / mean: halve the interval until the ratio fits.
  let narrow = 0;
  let wide = 4;
  for (let round = 0; round < 50; round += 1) {
    const middle = (narrow + wide) / 2;
    if (relativeDeviation(spread(draws, middle)) < standardDeviation / mean) narrow = middle;
    else wide = middle;
  }
  const bills = spread(draws, wide);
  const unit = mean / average(bills);
  return Float32Array.from(bills, (bill) => Math.round(bill * unit * 100) / 100);
}

function spread(draws: readonly number[], by: number): number[] {
  return draws.map((draw) => Math.exp(by * draw));
}

function relativeDeviation(values: readonly number[]): number {
  const middle = average(values);
  return Math.sqrt(average(values.map((value) => (value - middle) ** 2))) / middle;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
