import { describe, expect, test } from 'vitest';
import { articleFigures } from '#kit/data';
import { columnOf, statistics, weighted } from './statistics';

const {
  firstRows,
  normalizedLosses,
  normalizedModel,
  normalizedRows,
  rawLosses,
  rawModel,
  rawRows,
  scales,
  sixNumbers,
  sixNumbersFigures: figures,
  trainingStatistics,
} = articleFigures;
const columns = Array.from({ length: 10 }, (_, column) => column);

describe('the six numbers', () => {
  test('come to the figures given for them', () => {
    const numbers = [...sixNumbers()];
    const { mean, deviation } = statistics(numbers);
    const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const distances = numbers.reduce((sum, value) => sum + Math.abs(value - mean), 0);
    expect(figures.mean).toBeCloseTo(mean, 12);
    expect(figures.standardDeviation).toBeCloseTo(deviation, 12);
    expect(figures.sampleStandardDeviation).toBeCloseTo(Math.sqrt(squares / 5), 12);
    expect(figures.meanAbsoluteDeviation).toBeCloseTo(distances / 6, 12);
    numbers.forEach((value, index) => {
      expect(figures.centered[index]).toBeCloseTo(value - mean, 12);
      expect(figures.standardized[index]).toBeCloseTo((value - mean) / deviation, 12);
    });
  });

  test('come to what the article prints', () => {
    const centered = [-189.16666667, -185.16666667, -180.16666667, -165.16666667, -90.16666667, 809.83333333];
    const standardized = [-0.52008301, -0.50908566, -0.49533897, -0.45409891, -0.2478986];
    centered.forEach((value, index) => expect(figures.centered[index]).toBeCloseTo(value, 7));
    standardized.forEach((value, index) => expect(figures.standardized[index]).toBeCloseTo(value, 7));
    expect(figures.mean.toFixed(4)).toBe('190.1667');
    expect(figures.standardDeviation.toFixed(4)).toBe('363.7240');
    expect(figures.sampleStandardDeviation.toFixed(2)).toBe('398.44');
    expect(figures.meanAbsoluteDeviation.toFixed(2)).toBe('269.94');
    expect(figures.standardized[5].toFixed(7)).toBe('2.2265052');
  });

  test('are a new array each time', () => {
    sixNumbers().fill(0);
    expect([...sixNumbers()]).toEqual([1, 5, 10, 25, 100, 1000]);
    rawRows().x.data.fill(0);
    expect(rawRows().x.at(0, 0)).toBeCloseTo(0.950224, 6);
  });
});

describe('the printed rows', () => {
  test('have their sizes', () => {
    expect([firstRows().x.rows, firstRows().x.columns, firstRows().targets.length]).toEqual([5, 10, 5]);
    for (const { x, targets, predictions } of [rawRows(), normalizedRows()]) {
      expect([x.rows, x.columns, targets.length, predictions.length]).toEqual([9, 10, 9, 9]);
    }
  });

  test('satisfy y = Σ scale · x, the first five to 1.1e-4', () => {
    const { x, targets } = firstRows();
    targets.forEach((y, row) => expect(Math.abs(y - weighted(x, row, scales))).toBeLessThanOrEqual(1.1e-4));
    // Six printed digits of each x leave 630 · 5e-7, and y's own rounding 3e-5.
    const nine = rawRows();
    nine.targets.forEach((y, row) =>
      expect(Math.abs(y - weighted(nine.x, row, scales))).toBeLessThanOrEqual(630 * 5e-7 + 3e-5),
    );
  });

  test('are the same nine rows in both tables', () => {
    expect(rawRows().targets).toEqual(normalizedRows().targets);
  });

  test.each(columns)('reveal the training statistics of column %d', (column) => {
    const raw = columnOf(rawRows().x, column);
    const z = columnOf(normalizedRows().x, column);
    const [middle, level] = [statistics(z).mean, statistics(raw).mean];
    const along = z.reduce((sum, value, row) => sum + (value - middle) * (raw[row]! - level), 0);
    const deviation = along / z.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    const { means, standardDeviations } = trainingStatistics();
    // Half of the sixth digit, and a tenth more for the float32 in which the figures are kept.
    expect(Math.abs(means[column]! - (level - deviation * middle))).toBeLessThan(5.5e-7);
    expect(Math.abs(standardDeviations[column]! - deviation)).toBeLessThan(5.5e-7);
    raw.forEach((value, row) => {
      // Digits of raw, mean and deviation (times |z| below 2) and normalized: half of the sixth each.
      expect(Math.abs(value - (means[column]! + standardDeviations[column]! * z[row]!))).toBeLessThan(2.2e-6);
    });
  });
});

describe('the printed models', () => {
  test('give the printed predictions, as near as the article’s GPU multiplied', () => {
    const worst = (rows: articleFigures.ResultRows, { weights, bias } = normalizedModel()) =>
      Math.max(...rows.predictions.map((y, row) => Math.abs(y - weighted(rows.x, row, weights, bias))));
    expect(worst(normalizedRows())).toBeLessThanOrEqual(0.042);
    expect(worst(rawRows(), rawModel())).toBeLessThanOrEqual(0.064);
  });

  test('agree with the scales, once the normalized one is in raw units', () => {
    const { means, standardDeviations } = trainingStatistics();
    const { weights, bias } = normalizedModel();
    const raw = weights.map((weight, column) => weight / standardDeviations[column]!);
    const expected = [78.99, 93.007, 47.992, 48.004, 83.993, 52.994, 17.997, 91.991, 92.974, 21.998];
    // The sixth digit of a deviation moves a weight by 93 · 5e-7 / 0.288, its own fourth by 5e-5 / 0.288.
    expected.forEach((weight, column) => expect(Math.abs(raw[column]! - weight)).toBeLessThan(1e-3));
    const shift = raw.reduce((sum, weight, column) => sum + weight * means[column]!, 0);
    expect(bias - shift).toBeCloseTo(0.03, 3);
    expect(rawModel().bias).toBe(25.1835);
    expect(rawModel().weights[0]! / 79).toBeCloseTo(0.926, 3);
  });

  test('have ten weights each', () => {
    for (const { weights } of [normalizedModel(), rawModel()]) expect(weights.length).toBe(10);
    expect(scales).toEqual([79, 93, 48, 48, 84, 53, 18, 92, 93, 22]);
  });
});

test('the printed losses run over ten epochs, from 0, to 0.000518 and 28.25281', () => {
  for (const losses of [normalizedLosses, rawLosses]) {
    expect(losses.map(({ epoch }) => epoch)).toEqual(columns);
  }
  expect(normalizedLosses[0]).toEqual({ epoch: 0, trainLoss: 1.142768, validLoss: 0.722641 });
  expect(normalizedLosses[9]).toEqual({ epoch: 9, trainLoss: 0.000455, validLoss: 0.000518 });
  expect(rawLosses[0]).toEqual({ epoch: 0, trainLoss: 154.06604, validLoss: 153.006943 });
  expect(rawLosses[9]).toEqual({ epoch: 9, trainLoss: 27.854624, validLoss: 28.25281 });
});
