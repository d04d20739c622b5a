import { describe, expect, test } from 'vitest';
import { articleData, articleFigures, randomScales, scaledArticleData } from '#kit/data';
import { columnOf, sigmas, statistics, weighted } from './statistics';

const half = 2 ** -24; // the most that rounding to float32 moves a number, relative to it

describe('articleData', () => {
  test('has the article’s size, columns and scales when nothing else is asked for', () => {
    const data = articleData(0);
    expect([data.x.rows, data.x.columns, data.targets.length]).toEqual([200_000, 10, 200_000]);
    expect(data.columns).toEqual(['x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9', 'x10']);
    expect([...data.truth.weights]).toEqual([...articleFigures.scales]);
    // 630 is the sum of the scales: the mean of y is about 315, as the article's bias says.
    const variance = articleFigures.scales.reduce((sum, scale) => sum + scale ** 2 / 12, 0);
    expect(Math.abs(statistics(data.targets).mean - 315)).toBeLessThan(
      sigmas * Math.sqrt(variance / 200_000),
    );
  });

  test('is the same for the same seed, and other for another', () => {
    expect(articleData(5, { rows: 30 })).toEqual(articleData(5, { rows: 30 }));
    expect(articleData(5, { rows: 30 }).x.data).not.toEqual(articleData(6, { rows: 30 }).x.data);
  });

  test('has uniform columns that do not know of each other, for every seed', () => {
    const rows = 1_000;
    for (let seed = 0; seed < 200; seed += 1) {
      const { x } = articleData(seed, { rows, scales: [1, 2] });
      const [a, b] = [columnOf(x, 0), columnOf(x, 1)];
      for (const column of [a, b]) {
        expect(Math.min(...column)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...column)).toBeLessThanOrEqual(1);
        const { mean, deviation } = statistics(column);
        expect(Math.abs(mean - 0.5)).toBeLessThan(sigmas * Math.sqrt(1 / 12 / rows));
        expect(Math.abs(deviation ** 2 - 1 / 12)).toBeLessThan(sigmas * Math.sqrt(1 / 180 / rows));
      }
      const together = a.reduce((sum, value, row) => sum + (value - 0.5) * (b[row]! - 0.5) * 12, 0);
      expect(Math.abs(together)).toBeLessThan(sigmas * Math.sqrt(rows));
    }
  });

  test('adds up y from the inputs as they are stored, rounded once', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { x, targets, truth } = articleData(seed, { rows: 10, scales: randomScales(seed) });
      targets.forEach((target, row) => expect(target).toBe(Math.fround(weighted(x, row, truth.weights))));
    }
  });

  test('takes any number of scales', () => {
    expect(articleData(1, { rows: 5, scales: [3] }).columns).toEqual(['x1']);
    expect(articleData(1, { rows: 5, scales: new Float32Array(20).fill(2) }).x.columns).toBe(20);
  });

  test.each([
    [() => articleData(1, { rows: 0 }), /1 or more, not 0/],
    [() => articleData(1, { rows: 2.5 }), /1 or more, not 2.5/],
    [() => articleData(1, { rows: 5, scales: [] }), /at least 1 scale, not 0/],
    [() => articleData(1, { rows: 5, scales: [1, NaN] }), /Scale 1 of 2 is NaN/],
    [() => articleData(0.5, { rows: 5 }), /A seed is a whole number/],
    [() => randomScales(1, 0), /1 or more, not 0/],
  ])('names the sizes that do not fit (%#)', (wrong, words) => {
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(words);
  });
});

describe('scaledArticleData', () => {
  test('carries the scales in its inputs, and adds them up plainly', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [scaled, plain] = [scaledArticleData(seed, { rows: 10 }), articleData(seed, { rows: 10 })];
      expect([...scaled.truth.weights]).toEqual(Array.from({ length: 10 }, () => 1));
      scaled.targets.forEach((target, row) => {
        const inputs = plain.x.row(row).map((value, column) => value * articleFigures.scales[column]!);
        expect(scaled.x.row(row)).toEqual(inputs);
        expect(target).toBe(Math.fround(weighted(scaled.x, row, scaled.truth.weights)));
        // All terms are positive: ten roundings of inputs and two of sums.
        expect(Math.abs(target - plain.targets[row]!)).toBeLessThanOrEqual(4 * half * target);
      });
    }
  });
});

describe('randomScales', () => {
  test('draws ten whole numbers from 0 to 99, all of which occur', () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 1_000; seed += 1) {
      const scales = randomScales(seed);
      expect(scales.length).toBe(10);
      expect(scales.every((scale) => Number.isInteger(scale) && scale >= 0 && scale <= 99)).toBe(true);
      scales.forEach((scale) => seen.add(scale));
    }
    expect(seen.size).toBe(100);
  });

  test('never draws nothing but zeros, even where one in a hundred would be', () => {
    for (let seed = 0; seed < 1_000; seed += 1) expect(randomScales(seed, 1)[0]).toBeGreaterThan(0);
  });

  test('is the same for the same seed', () => expect(randomScales(9)).toEqual(randomScales(9)));
});
