import { describe, expect, test } from 'vitest';
import { unitsData } from '#kit/data';
import { columnOf, weighted } from './statistics';

const offsets = [1950, 270, 99_000, 20_000, 18, 1, 50, 0, 0, 0];
const widths = [70, 40, 4_000, 180_000, 72, 7, 350, 50, 0.1, 1_000];

describe('unitsData', () => {
  test('has 2,000 rows and ten named columns', () => {
    const data = unitsData(0);
    expect([data.x.rows, data.x.columns, data.targets.length]).toEqual([2_000, 10, 2_000]);
    expect(data.columns.length).toBe(10);
    expect(new Set(data.columns).size).toBe(10);
  });

  test('keeps every column between its offset and offset + width, and fills it', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { x } = unitsData(seed, { rows: 500 });
      offsets.forEach((offset, column) => {
        const values = columnOf(x, column);
        const width = widths[column]!;
        const rounding = 2 ** -24 * (offset + width);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(offset - rounding);
        expect(Math.max(...values)).toBeLessThanOrEqual(offset + width + rounding);
        // 500 draws all miss one end's tenth once in 7e22 times.
        expect(Math.min(...values)).toBeLessThan(offset + width / 10);
        expect(Math.max(...values)).toBeGreaterThan(offset + width * 0.9);
      });
    }
  });

  test('draws importances of ±20 to ±100, and adds them up', () => {
    let negative = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const { x, targets, truth } = unitsData(seed, { rows: 20 });
      const importances = [...truth.weights].map((weight, column) => weight * widths[column]!);
      for (const importance of importances) {
        expect(Math.abs(importance)).toBeGreaterThan(19.999);
        expect(Math.abs(importance)).toBeLessThan(100.001);
        if (importance < 0) negative += 1;
      }
      targets.forEach((target, row) => {
        const terms = importances.map(
          (importance, column) => (importance * (x.at(row, column) - offsets[column]!)) / widths[column]!,
        );
        // Rounding: of each weight, and of the target.
        const size = 100 + terms.reduce((sum, term) => sum + Math.abs(term), 0);
        expect(Math.abs(target - terms.reduce((sum, term) => sum + term, 100))).toBeLessThan(2 ** -22 * size);
      });
    }
    // 2,000 coin tosses, six standard errors.
    expect(Math.abs(negative - 1_000)).toBeLessThan(6 * Math.sqrt(2_000 / 4));
  });

  test('is made by its truth, in raw units', () => {
    const { x, targets, truth } = unitsData(4, { rows: 50 });
    targets.forEach((target, row) => {
      const size = x
        .row(row)
        .reduce((sum, value, j) => sum + Math.abs(value * truth.weights[j]!), Math.abs(target));
      const sum = weighted(x, row, truth.weights, truth.bias);
      expect(Math.abs(target - sum)).toBeLessThan(2 ** -22 * size);
    });
  });

  test('is the same for the same seed, and other for another', () => {
    expect(unitsData(5, { rows: 30 })).toEqual(unitsData(5, { rows: 30 }));
    expect(unitsData(5).truth).not.toEqual(unitsData(6).truth);
    // More rows go on where fewer stopped.
    expect(unitsData(5, { rows: 30 }).x.row(9)).toEqual(unitsData(5, { rows: 10 }).x.row(9));
  });

  test('refuses fewer than 1 row in words', () => {
    expect(() => unitsData(1, { rows: 0 })).toThrow(RangeError);
    expect(() => unitsData(1, { rows: 0 })).toThrow('1 or more, not 0');
  });
});
