import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Random numbers from a seed: the same seed gives the same numbers, on every machine. */
export class Random {
  readonly #generator: RandomGenerator;

  /**
   * @param seed any whole number from −(2⁵³ − 1) to 2⁵³ − 1; neighbouring seeds are unrelated.
   * @param purpose one seed gives unrelated numbers for each purpose. Rows and the order in which
   * they are shuffled may then share a seed without the order knowing the rows.
   * @throws RangeError when the seed is no such number.
   */
  constructor(seed: number, purpose = '') {
    if (!Number.isSafeInteger(seed)) {
      throw new RangeError(`A seed is a whole number such as 42 (at most 2⁵³ − 1), not ${seed}.`);
    }
    this.#generator = xoroshiro128plusFromState(stateOf(seed, purpose));
  }

  /** A number with low ≤ number < high, 53 bits fine. @throws RangeError unless low < high, both finite. */
  uniform(low = 0, high = 1): number {
    if (!(low < high && high - low < Infinity)) {
      throw new RangeError(`uniform needs two numbers, the lower one first, not ${low} and ${high}.`);
    }
    const value = low + (high - low) * uniformFloat64(this.#generator);
    // Far from 0 the sum can round up to `high`.
    return value < high ? value : low;
  }

  /** A whole number, low ≤ number ≤ high. @throws RangeError unless both are whole and low ≤ high. */
  integer(low: number, high: number): number {
    if (!(Number.isSafeInteger(low) && Number.isSafeInteger(high - low) && low <= high)) {
      throw new RangeError(`integer needs two whole numbers, the lower one first, not ${low} and ${high}.`);
    }
    return uniformInt(this.#generator, low, high);
  }

  /** A number from the bell curve. @throws RangeError when the standard deviation is below 0. */
  normal(mean = 0, standardDeviation = 1): number {
    if (!(Number.isFinite(mean) && standardDeviation >= 0 && standardDeviation < Infinity)) {
      throw new RangeError(
        `normal needs a mean and a standard deviation of 0 or more, not ${mean} and ${standardDeviation}.`,
      );
    }
    // 1 − u is never 0, and so has a logarithm.
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(this.#generator)));
    return mean + standardDeviation * radius * Math.cos(2 * Math.PI * uniformFloat64(this.#generator));
  }

  /** The numbers 0 … count − 1, each once, every order equally likely. @throws RangeError for other counts. */
  shuffle(count: number): Uint32Array {
    if (!Number.isInteger(count) || count < 0 || count > 2 ** 32) {
      throw new RangeError(`shuffle needs a whole count of 0 or more, not ${count}.`);
    }
    const order = new Uint32Array(count);
    // Not Uint32Array.from: a training shuffles in every epoch, and that takes longer than all the rest.
    for (let index = 0; index < count; index += 1) order[index] = index;
    for (let last = count - 1; last > 0; last -= 1) {
      const other = uniformInt(this.#generator, 0, last);
      const kept = order[last]!;
      order[last] = order[other]!;
      order[other] = kept;
    }
    return order;
  }
}

/** The generator's four words. Seeded directly, its first numbers would repeat the seed's own bits. */
function stateOf(seed: number, purpose: string): number[] {
  const low = seed | 0;
  const high = Math.floor(seed / 2 ** 32) | 0;
  let label = 0;
  for (let index = 0; index < purpose.length; index += 1) {
    label = mix(Math.imul(label, 31) + purpose.charCodeAt(index) + 1);
  }
  return [0x9e3779b9, 0x3c6ef372, 0xdaa66d2b, 0x78dde6e4].map((salt) =>
    mix(mix(mix(low + salt) + high + salt) + label + salt),
  );
}

/** MurmurHash3's final mix: each of the 32 bits flips every other one about half of the time. */
function mix(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
