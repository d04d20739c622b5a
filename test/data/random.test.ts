import { describe, expect, test } from 'vitest';
import { Random } from '#kit/data';
import { sigmas, statistics } from './statistics';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const draw = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

/** Correlation of two columns of uniform draws; its standard error is 1/√n. */
function correlation(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + (value - 0.5) * (b[index]! - 0.5) * 12, 0) / a.length;
}

describe('a seed', () => {
  test('gives the same numbers every time', () => {
    const [a, b] = [new Random(42), new Random(42)];
    expect(draw(20, () => a.uniform())).toEqual(draw(20, () => b.uniform()));
    expect(new Random(42).shuffle(20)).toEqual(new Random(42).shuffle(20));
  });

  test('gives these numbers, today and after every upgrade', () => {
    const random = new Random(42);
    expect(draw(3, () => random.integer(0, 999))).toMatchInlineSnapshot(`
      [
        788,
        139,
        653,
      ]
    `);
    expect([...random.shuffle(6)]).toMatchInlineSnapshot(`
      [
        0,
        2,
        4,
        1,
        3,
        5,
      ]
    `);
    expect(random.uniform()).toMatchInlineSnapshot(`0.7395146281441493`);
  });

  test('may be any whole number', () => {
    const any = [0, 1, -1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, -(2 ** 32), 2 ** 53 - 1, 1 - 2 ** 53];
    const firsts = any.map((seed) => new Random(seed).uniform());
    expect(new Set(firsts).size).toBe(any.length);
    expect(new Random(-0).uniform()).toBe(new Random(0).uniform());
  });

  test.each([1.5, NaN, Infinity, 2 ** 53])('is refused in words when it is %d', (seed) => {
    expect(() => new Random(seed)).toThrow(RangeError);
    expect(() => new Random(seed)).toThrow(`not ${seed}`);
  });

  test('says nothing about its neighbour', () => {
    const count = 20_000;
    const firsts = draw(count, () => 0).map((_, seed) => new Random(seed).uniform());
    const seconds = firsts.map((_, seed) => {
      const random = new Random(seed);
      random.uniform();
      return random.uniform();
    });
    for (const lag of [1, 2, 3, 10, 64]) {
      expect(Math.abs(correlation(firsts.slice(lag), firsts))).toBeLessThan(sigmas / Math.sqrt(count - lag));
      expect(Math.abs(correlation(seconds.slice(lag), firsts))).toBeLessThan(sigmas / Math.sqrt(count - lag));
    }
    // The first draws of many seeds are themselves uniform: 100 bins, each with its standard error.
    const bins = new Uint32Array(100);
    for (const first of firsts) bins[Math.floor(first * 100)]! += 1;
    const error = Math.sqrt(count * 0.01 * 0.99);
    for (const bin of bins) expect(Math.abs(bin - count / 100)).toBeLessThan(sigmas * error);
  });

  test('says nothing about the same seed for another purpose', () => {
    const count = 20_000;
    const one = draw(count, () => 0).map((_, seed) => new Random(seed, 'rows').uniform());
    const two = one.map((_, seed) => new Random(seed, 'order').uniform());
    expect(Math.abs(correlation(one, two))).toBeLessThan(sigmas / Math.sqrt(count));
  });
});

describe('uniform', () => {
  test('stays at or above low and below high, for every seed', () => {
    for (const seed of seeds) {
      const random = new Random(seed);
      const temperatures = draw(500, () => random.uniform(-5, 35));
      expect(Math.min(...temperatures)).toBeGreaterThanOrEqual(-5);
      expect(Math.max(...temperatures)).toBeLessThan(35);
    }
  });

  test('has the mean and the spread of a uniform distribution, for every seed', () => {
    const count = 2_000;
    for (const seed of seeds) {
      const random = new Random(seed);
      const { mean, deviation } = statistics(draw(count, () => random.uniform()));
      expect(Math.abs(mean - 0.5)).toBeLessThan(sigmas * Math.sqrt(1 / 12 / count));
      // The variance of (u − ½)² is 1/80 − 1/144 = 1/180.
      expect(Math.abs(deviation ** 2 - 1 / 12)).toBeLessThan(sigmas * Math.sqrt(1 / 180 / count));
    }
  });

  test('never reaches high by rounding', () => {
    const random = new Random(1);
    const next = 1 + Number.EPSILON;
    expect(draw(100, () => random.uniform(1, next)).every((value) => value === 1)).toBe(true);
  });

  test.each([
    [1, 0],
    [1, 1],
    [NaN, 1],
    [0, Infinity],
  ])('refuses %d to %d in words', (low, high) => {
    expect(() => new Random(1).uniform(low, high)).toThrow(RangeError);
    expect(() => new Random(1).uniform(low, high)).toThrow(`not ${low} and ${high}`);
  });
});

describe('integer', () => {
  test('reaches both ends, and every face of a die equally often', () => {
    const count = 6_000;
    for (const seed of seeds) {
      const random = new Random(seed);
      const faces = new Uint32Array(7);
      for (let roll = 0; roll < count; roll += 1) faces[random.integer(1, 6)]! += 1;
      expect(faces[0]).toBe(0);
      const error = Math.sqrt(count * (1 / 6) * (5 / 6));
      for (const face of faces.slice(1)) expect(Math.abs(face - count / 6)).toBeLessThan(sigmas * error);
    }
  });

  test('gives the only number there is', () => expect(new Random(1).integer(7, 7)).toBe(7));

  test.each([
    [1, 0],
    [0.5, 3],
    [0, NaN],
    [-(2 ** 53 - 1), 2 ** 53 - 1],
  ])('refuses %d to %d in words', (low, high) => {
    expect(() => new Random(1).integer(low, high)).toThrow(RangeError);
    expect(() => new Random(1).integer(low, high)).toThrow(`not ${low} and ${high}`);
  });
});

describe('normal', () => {
  test('has the mean and the standard deviation asked for, for every seed', () => {
    const count = 2_000;
    for (const seed of seeds) {
      const random = new Random(seed);
      const { mean, deviation } = statistics(draw(count, () => random.normal(170, 10)));
      expect(Math.abs(mean - 170)).toBeLessThan((sigmas * 10) / Math.sqrt(count));
      // The variance of a squared standard normal is 2.
      expect(Math.abs((deviation / 10) ** 2 - 1)).toBeLessThan(sigmas * Math.sqrt(2 / count));
    }
  });

  test('refuses a negative standard deviation in words', () => {
    expect(() => new Random(1).normal(0, -1)).toThrow(RangeError);
    expect(() => new Random(1).normal(0, -1)).toThrow('not 0 and -1');
  });
});

describe('shuffle', () => {
  test('holds each number once', () => {
    for (const seed of seeds) {
      const order = new Random(seed).shuffle(100);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    }
    expect(new Random(1).shuffle(0)).toEqual(new Uint32Array(0));
    expect(new Random(1).shuffle(1)).toEqual(Uint32Array.of(0));
  });

  test('gives every order of three equally often, over neighbouring seeds', () => {
    const count = 12_000;
    const orders = new Map<string, number>();
    for (let seed = 0; seed < count; seed += 1) {
      const order = new Random(seed).shuffle(3).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    const error = Math.sqrt(count * (1 / 6) * (5 / 6));
    for (const times of orders.values()) expect(Math.abs(times - count / 6)).toBeLessThan(sigmas * error);
  });

  test.each([-1, 2.5, NaN])('refuses %d in words', (count) => {
    expect(() => new Random(1).shuffle(count)).toThrow(RangeError);
    expect(() => new Random(1).shuffle(count)).toThrow(`not ${count}`);
  });
});
