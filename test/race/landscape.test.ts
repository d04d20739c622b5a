import { beforeAll, describe, expect, it } from 'vitest';
import { Matrix, Random, type Dataset } from '#kit/data';
import { landscapeOf, loadDataSet, lossAt, raceLandscapes, runRace, type RaceFunctions } from '#kit/race';
import { loadSolutions } from './solutions';

const descent = { learningRate: 0.1, points: 5, every: 1 };

/** Uniform inputs, and y = 3a + 5b + 7. */
function made(rows: number): Dataset {
  const random = new Random(4, 'landscape');
  const x = new Matrix(rows, 2);
  x.data.forEach((_, cell) => (x.data[cell] = random.uniform()));
  const targets = Float32Array.from({ length: rows }, (_, row) => 3 * x.at(row, 0) + 5 * x.at(row, 1) + 7);
  return { x, targets };
}
const truth = { weights: Float32Array.of(3, 5), bias: 7 };

describe('the landscape over two parameters', () => {
  const rows = made(4_000);

  it('is deepest where the model is that made the data', () => {
    const weights = landscapeOf(rows, truth, [0, 1], descent)!;
    expect(weights.best[0]).toBeCloseTo(3, 4);
    expect(weights.best[1]).toBeCloseTo(5, 4);
    expect(weights.least).toBeCloseTo(0, 6);
    const bias = landscapeOf(rows, truth, [1, 2], descent)!;
    expect(bias.best[0]).toBeCloseTo(5, 4);
    expect(bias.best[1]).toBeCloseTo(7, 4);
  });

  it('bends as theory says: 7 times as steep over two weights, 19.28 times over a weight and the bias', () => {
    expect(landscapeOf(rows, truth, [0, 1], descent)!.condition).toBeCloseTo(7, 0);
    expect(Math.abs(landscapeOf(rows, truth, [0, 2], descent)!.condition - 19.28)).toBeLessThan(1);
  });

  it('gives the mean squared error of the model with these two parameters', () => {
    const landscape = landscapeOf(rows, truth, [0, 2], descent)!;
    let squares = 0;
    for (let row = 0; row < rows.x.rows; row += 1) {
      squares += (1 * rows.x.at(row, 0) + 5 * rows.x.at(row, 1) + 2 - rows.targets[row]!) ** 2;
    }
    expect(lossAt(landscape, 1, 2)).toBeCloseTo(squares / rows.x.rows, 4);
  });

  it('begins its path at zero, and takes the steps of plain descent', () => {
    const { path, best, bends } = landscapeOf(rows, truth, [0, 1], descent)!;
    expect(path.length).toBe(6);
    expect(path[0]).toEqual([0, 0]);
    expect(path[1]![0]).toBeCloseTo(0.1 * (bends[0] * best[0] + bends[1] * best[1]), 10);
  });

  it('may leave steps out between the points', () => {
    const each = landscapeOf(rows, truth, [0, 1], { ...descent, points: 6 })!;
    const third = landscapeOf(rows, truth, [0, 1], { ...descent, points: 2, every: 3 })!;
    expect(third.path).toEqual([each.path[0], each.path[3], each.path[6]]);
  });

  it('ends its path where it leaves float32', () => {
    const { path } = landscapeOf(rows, truth, [0, 1], { learningRate: 1e20, points: 40, every: 1 })!;
    expect(path.length).toBeLessThan(5);
    expect(path.flat().every(Number.isFinite)).toBe(true);
  });

  it('is none where two columns are the same', () => {
    const twice = new Matrix(50, 2);
    twice.data.forEach((_, cell) => (twice.data[cell] = Math.floor(cell / 2)));
    expect(landscapeOf({ x: twice, targets: new Float32Array(50) }, truth, [0, 1], descent)).toBeUndefined();
  });
});

describe('the landscapes of a race', () => {
  let functions: RaceFunctions;
  beforeAll(async () => {
    functions = await loadSolutions();
  });
  const settings = { seed: 1, batchSize: 64 };

  it('are a valley for raw and round for normalized, on the same rows', async () => {
    const race = await runRace(await loadDataSet('article', 1, 2_000), functions, settings);
    const [raw, normalized] = raceLandscapes(race, [1, 6]);
    expect([raw!.name, normalized!.name]).toEqual(['raw', 'normalized']);
    expect(raw!.landscape.best[0]).toBeCloseTo(93, 1);
    expect(raw!.landscape.condition).toBeGreaterThan(6);
    expect(normalized!.landscape.condition).toBeLessThan(1.2);
    expect(raw!.landscape.least).toBeCloseTo(normalized!.landscape.least, 5);
    expect((raw!.landscape.path.length - 1) * raw!.landscape.every).toBeGreaterThanOrEqual(race.steps);
  });

  it('show raw at its best rate where it has one, and nothing where normalized overflowed', async () => {
    const cars = await runRace(await loadDataSet('cars', 1), functions, settings);
    expect(raceLandscapes(cars, [0, 3]).map(({ name }) => name)).toEqual([
      'raw at its best rate',
      'normalized',
    ]);
    const lost = await runRace(await loadDataSet('article', 1, 200), functions, {
      ...settings,
      learningRate: 9,
    });
    expect(raceLandscapes(lost, [0, 1])).toEqual([]);
  });
});
