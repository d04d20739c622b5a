import { inDigits } from '#kit/words';

/** A scale in decades, for Plot: whole powers of ten around all values, few enough of them named. */
export interface Decades {
  readonly type: 'log';
  readonly domain: [number, number];
  readonly ticks: number[];
  readonly tickFormat: (value: number) => string;
}

const MOST_TICKS = 8;

/** From 1 to 10 where no value is above 0. */
export function decadesAround(values: Iterable<number>, mostTicks = MOST_TICKS): Decades {
  const { low, high } = exponents(values);
  const step = Math.ceil((high - low + 1) / mostTicks);
  const ticks: number[] = [];
  for (let exponent = low; exponent <= high; exponent += step) ticks.push(powerOfTen(exponent));
  return {
    type: 'log',
    domain: [powerOfTen(low), powerOfTen(high)],
    ticks,
    // From here on the digits would need more room than the axis has.
    tickFormat: (value) => (value >= 1e5 ? value.toExponential().replace('e+', 'e') : inDigits(value)),
  };
}

function exponents(values: Iterable<number>): { low: number; high: number } {
  let [least, most] = [Infinity, 0];
  for (const value of values) {
    if (!(value > 0 && value < Infinity)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (most === 0) return { low: 0, high: 1 };
  // Rounded, since the logarithm of 1e-3 is not quite −3.
  const low = Math.floor(Number(Math.log10(least).toFixed(9)));
  return { low, high: Math.max(low + 1, Math.ceil(Number(Math.log10(most).toFixed(9)))) };
}

/** 10 ** -5 is off by a digit; 1e-5 is not. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}
