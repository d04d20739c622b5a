import { expect, it } from 'vitest';
import { articleData, Matrix, unitsData } from '#kit/data';
import { bestModel, bowlOf, limitsOf } from '#kit/race';

it('finds the model that made the targets', () => {
  const { truth, ...data } = articleData(1, { rows: 300 });
  const { weights, bias } = bestModel(data);
  weights.forEach((weight, column) => expect(weight).toBeCloseTo(truth.weights[column]!, 3));
  expect(bias).toBeCloseTo(truth.bias, 3);
});

it('is not thrown by columns that say the same thing, or nothing', () => {
  const x = Matrix.fromRows([
    [1, 1, 5],
    [2, 2, 5],
    [4, 4, 5],
  ]);
  const { weights, bias } = bestModel({ x, targets: Float32Array.of(3, 5, 9) });
  const predicted = [1, 2, 4].map((value) => value * (weights[0]! + weights[1]!) + 5 * weights[2]! + bias);
  expect(predicted.map((value) => Math.round(value * 1e3) / 1e3)).toEqual([3, 5, 9]);
});

it('limits are 2 over the steepest bend, and those of standardized columns do not know units', () => {
  const { x } = unitsData(1, { rows: 200 });
  const { raw, normalized } = limitsOf(x);
  expect(raw).toBe(2 / bowlOf(x).steepest);
  const inOthers = new Matrix(
    x.rows,
    x.columns,
    x.data.map((value) => value * 8),
  );
  expect(limitsOf(inOthers).normalized).toBeCloseTo(normalized, 6);
  expect(normalized).toBeGreaterThan(0.5);
});
