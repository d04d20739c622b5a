import { describe, expect, test } from 'vitest';
import { loadCars, loadDiamonds, parseCars } from '#kit/data';
import { columnOf, statistics } from './statistics';

describe('cars', () => {
  test('are the 392 complete rows, six features, miles per gallon', async () => {
    const cars = await loadCars();
    expect([cars.x.rows, cars.x.columns, cars.targets.length, cars.columns.length]).toEqual([392, 6, 392, 6]);
    expect(cars.target).toBe('economy (mpg)');
    // The first row of the file: AMC Ambassador Brougham.
    expect([...cars.x.row(0), cars.targets[0]]).toEqual([8, 360, 175, 3821, 11, 73, 13]);
  });

  test('lie where cars of their years lie', async () => {
    const { x, targets } = await loadCars();
    const ranges = [
      [3, 8],
      [68, 455],
      [46, 230],
      [1613, 5140],
      [8, 24.8],
      [70, 82],
    ];
    const found = ranges.map((_, column) => [
      Math.min(...columnOf(x, column)),
      Math.fround(Math.max(...columnOf(x, column))),
    ]);
    expect(found).toEqual(ranges.map(([low, high]) => [low, Math.fround(high!)]));
    expect(statistics(targets).mean).toBeCloseTo(23.45, 2);
  });

  test('say what is wrong with another table', () => {
    expect(() => parseCars('name,year\nBeetle,73')).toThrow(RangeError);
    expect(() => parseCars('name,year\nBeetle,73')).toThrow('There is no column "economy (mpg)"');
  });
});

describe('diamonds', () => {
  test('are 53,940 rows, six features, dollars', async () => {
    const { x, targets, columns, target } = await loadDiamonds();
    expect([x.rows, x.columns, targets.length, columns.length]).toEqual([53_940, 6, 53_940, 6]);
    expect(target).toBe('price (US $)');
    const first = [0.23, 61.5, 55, 3.95, 3.98, 2.43].map(Math.fround);
    expect([[...x.row(0)], targets[0]]).toEqual([first, 326]);
    expect(targets.reduce((low, price) => Math.min(low, price))).toBe(326);
    expect(targets.reduce((high, price) => Math.max(high, price))).toBe(18_823);
  });

  test('keep the 20 rows that lack a size', async () => {
    const { x } = await loadDiamonds();
    let lacking = 0;
    for (let row = 0; row < x.rows; row += 1) if (x.row(row).subarray(3).includes(0)) lacking += 1;
    expect(lacking).toBe(20);
  });
});
