import { describe, expect, it } from 'vitest';
import { articleData } from '#kit/data';
import { articleOnCommonScale, Matrix, reference } from '#kit/testing';

describe('the largest curvature', () => {
  it('of a single row is twice the square of its length, the bias counted', () => {
    const row = Matrix.fromRows([[3, 4]]);
    const exact = 2 * (9 + 16 + 1);
    expect(reference.largestCurvature(row)).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
    expect(reference.largestCurvature(row)).toBeLessThanOrEqual(exact * 1.001);
  });

  it('does not overflow for large numbers, nor vanish for small ones', () => {
    for (const size of [1e9, 1e-9]) {
      const columns = Matrix.fromRows([
        [size, 0],
        [0, size],
      ]);
      // Two equal eigenvalues beside the bias: the trace is furthest from the largest here.
      const exact = Math.max(size ** 2, 2 + size ** 2);
      expect(reference.largestCurvature(columns) / exact).toBeCloseTo(1, 2);
    }
  });

  it("of the article's ten columns is about 7.12, and about 2 when they are standardized", () => {
    expect(reference.largestCurvature(articleData(1, { rows: 20_000 }).x)).toBeCloseTo(7.12, 1);
    const standardized = reference.largestCurvature(articleOnCommonScale(1600).x);
    expect(standardized).toBeGreaterThan(2);
    expect(standardized).toBeLessThan(2.6);
  });
});

describe('slopes', () => {
  it('measured and computed agree', () => {
    const x = Matrix.fromRows([
      [1, 2, 5],
      [3, 4, -2],
    ]);
    const [targets, model] = [Float32Array.of(50, 120), { weights: Float32Array.of(10, 20, 1), bias: 5 }];
    const slopes = reference.gradient(x, reference.residuals(x, targets, model));
    expect(slopes).toEqual({ weights: Float64Array.of(-11, -8, 64), bias: 3 });
    expect(reference.centralDifferences(x, targets, model)).toEqual(slopes);
  });
});
