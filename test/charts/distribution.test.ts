import { describe, expect, it } from 'vitest';
import { distributionOf, rangesOf } from '#kit/charts';
import { articleFigures, Matrix } from '#kit/data';

describe('a distribution', () => {
  const six = articleFigures.sixNumbers();

  it('counts each of the six numbers once, and finds their mean and deviation', () => {
    const { edges, counts, mean, standardDeviation } = distributionOf(six, 10);
    expect(counts).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect([edges[0], edges.at(-1), edges.length]).toEqual([1, 1000, 11]);
    expect(mean).toBeCloseTo(articleFigures.sixNumbersFigures.mean, 10);
    expect(standardDeviation).toBeCloseTo(articleFigures.sixNumbersFigures.standardDeviation, 10);
  });

  it('has the same counts after centering and scaling', () => {
    const { centered, standardized } = articleFigures.sixNumbersFigures;
    for (const values of [centered, standardized]) {
      expect(distributionOf(values).counts).toEqual(distributionOf(six).counts);
    }
  });

  it('puts a column that never changes into one bin', () => {
    const { counts, standardDeviation } = distributionOf([7, 7, 7], 4);
    expect(counts).toEqual([3, 0, 0, 0]);
    expect(standardDeviation).toBe(0);
  });

  it('refuses no values', () => {
    expect(() => distributionOf([])).toThrow(RangeError);
  });
});

describe('the ranges of a table', () => {
  it('has the least, the mean and the greatest value of each column', () => {
    const x = Matrix.fromRows([
      [1, 30],
      [3, -10],
      [5, 40],
    ]);
    expect(rangesOf(x)).toEqual([
      { low: 1, mean: 3, high: 5 },
      { low: -10, mean: 20, high: 40 },
    ]);
  });

  it('refuses a table without rows', () => {
    expect(() => rangesOf(new Matrix(0, 2))).toThrow(RangeError);
  });
});
