import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bowl, Matrix, reference, scales, table, uniformInputs } from '#kit/testing';

const small = Matrix.fromRows([
  [1, 2],
  [3, 4],
]);

describe('the curvature', () => {
  it('by hand, the bias last', () => {
    expect(Array.from(reference.curvature(small).data)).toEqual([10, 14, 4, 14, 20, 6, 4, 6, 2]);
  });

  it('is how the slopes change when a parameter moves', () => {
    const x = Matrix.fromRows([
      [1, 2, 5],
      [3, 4, -2],
    ]);
    const targets = Float32Array.of(50, 120);
    const slopes = (weights: number[], bias: number) => {
      const { weights: each, bias: last } = reference.gradient(
        x,
        reference.residuals(x, targets, { weights, bias }),
      );
      return [...each, last];
    };
    const from = slopes([10, 20, 1], 5);
    [slopes([11, 20, 1], 5), slopes([10, 21, 1], 5), slopes([10, 20, 2], 5), slopes([10, 20, 1], 6)].forEach(
      (to, parameter) => {
        const rises = to.map((slope, index) => slope - from[index]!);
        expect(Array.from(reference.curvature(x).row(parameter))).toEqual(rises);
      },
    );
  });
});

describe('eigenvalues', () => {
  it('by hand', () => {
    const h = Matrix.fromRows([
      [1, 0, 0],
      [0, 3, 1],
      [0, 1, 3],
    ]);
    const [one, two, four] = reference.eigenvalues(h);
    expect(one).toBeCloseTo(1, 14);
    expect(two).toBeCloseTo(2, 14);
    expect(four).toBeCloseTo(4, 14);
  });

  it('stretch their own directions, which have length 1, and add up to the trace', () => {
    for (const x of fc.sample(table(), { numRuns: 300, seed: 1 })) {
      const h = reference.curvature(x);
      const pairs = reference.eigenpairs(h);
      const most = pairs.at(-1)!.value;
      for (const { value, direction } of pairs) {
        expect(Math.hypot(...direction)).toBeCloseTo(1, 12);
        direction.forEach((_, row) => {
          const stretched = reference.sum(direction.map((entry, column) => h.at(row, column) * entry));
          expect(Math.abs(stretched - value * direction[row]!)).toBeLessThan(1e-13 * most);
        });
      }
      const trace = reference.sum(pairs.map((_, index) => h.at(index, index)));
      expect(reference.sum(pairs.map(({ value }) => value)) / trace).toBeCloseTo(1, 13);
    }
  });

  it('agree with the largest curvature that lesson 07 uses', () => {
    for (const x of fc.sample(table(), { numRuns: 100, seed: 2 })) {
      const most = reference.eigenvalues(reference.curvature(x)).at(-1)!;
      expect(reference.largestCurvature(x) / most).toBeCloseTo(1, 2);
    }
  });
});

describe('descent', () => {
  it('is that of the gradient', () => {
    const [offset, rate] = [[2, -1, 3], 0.02];
    const residuals = reference.predictions(small, { weights: [2, -1], bias: 3 });
    const slopes = reference.gradient(small, residuals);
    const { weights, bias } = reference.descended({ weights: [2, -1], bias: 3 }, slopes, rate);
    const lengths = reference.descent(small, offset, rate, 1);
    expect(lengths[0]).toBe(1);
    expect(lengths[1]).toBeCloseTo(Math.hypot(...weights, bias) / Math.hypot(...offset), 14);
  });

  it('leaves (κ − 1) / (κ + 1) of each step along the flattest direction, at the best rate', () => {
    const x = uniformInputs(400, 3);
    const pairs = reference.eigenpairs(reference.curvature(x));
    const [flattest, steepest] = [pairs[0]!, pairs.at(-1)!];
    const condition = reference.conditionNumber(reference.curvature(x));
    const lengths = reference.descent(x, flattest.direction, 2 / (flattest.value + steepest.value), 50);
    expect(lengths[50]! / ((condition - 1) / (condition + 1)) ** 50).toBeCloseTo(1, 3);
  });

  it('never leaves more than that, wherever it begins', () => {
    const x = uniformInputs(400, 10);
    const values = reference.eigenvalues(reference.curvature(x));
    const condition = values.at(-1)! / values[0]!;
    const lengths = reference.descent(x, [...scales, 0], 2 / (values[0]! + values.at(-1)!), 300);
    lengths.forEach((length, step) => {
      expect(length).toBeLessThan(1.001 * ((condition - 1) / (condition + 1)) ** step);
    });
  });
});

describe('inputs between 0 and 1', () => {
  it('are the same each time, in a table that may be overwritten', () => {
    uniformInputs(10, 2).data.fill(7);
    expect(uniformInputs(10, 2).data.every((entry) => entry >= 0 && entry < 1)).toBe(true);
  });

  it('are treated as asked', () => {
    const columnOf = (treatment: 'centered' | 'scaled' | 'standardized') =>
      reference.columnOf(uniformInputs(500, 2, treatment), 1);
    expect(reference.mean(columnOf('centered'))).toBeCloseTo(0, 6);
    expect(reference.standardDeviation(columnOf('centered'))).toBeCloseTo(Math.sqrt(1 / 12), 1);
    expect(reference.standardDeviation(columnOf('scaled'))).toBeCloseTo(1, 6);
    expect(reference.mean(columnOf('scaled'))).toBeCloseTo(Math.sqrt(3), 0);
    expect(reference.mean(columnOf('standardized'))).toBeCloseTo(0, 6);
    expect(reference.standardDeviation(columnOf('standardized'))).toBeCloseTo(1, 6);
  });
});

describe('bowls', () => {
  it('have two to four parameters, and a condition number that float32 can tell', () => {
    const bowls = fc.sample(bowl(), { numRuns: 300, seed: 1 });
    expect(new Set(bowls.map((h) => h.rows))).toEqual(new Set([2, 3, 4]));
    for (const h of bowls) expect(reference.conditionNumber(h)).toBeLessThan(2000);
  });
});
