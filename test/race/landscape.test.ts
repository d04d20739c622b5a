import { beforeAll, describe, expect, it } from 'vitest';
import { lossAt } from '#kit/charts';
import { Matrix, Random, type Dataset } from '#kit/data';
import {
  landscapeOf,
  loadDataSet,
  raceLandscapes,
  runRace,
  tellingPairs,
  Walk,
  type RaceFunctions,
} from '#kit/race';
import { loadSolutions } from './solutions';

const descent = { learningRate: 0.1, marks: 5, every: 1 };

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

  it('begins its way at zero, and takes the steps of plain descent', () => {
    const { marks, best, bends } = landscapeOf(rows, truth, [0, 1], descent)!;
    expect(marks.length).toBe(6);
    expect(marks[0]).toEqual([0, 0]);
    expect(marks[1]![0]).toBeCloseTo(0.1 * (bends[0] * best[0] + bends[1] * best[1]), 10);
  });

  it('may leave steps out between the marks', () => {
    const each = landscapeOf(rows, truth, [0, 1], { ...descent, marks: 6 })!;
    const third = landscapeOf(rows, truth, [0, 1], { ...descent, marks: 2, every: 3 })!;
    expect(third.marks).toEqual([each.marks[0], each.marks[3], each.marks[6]]);
    expect(third.path).toEqual(each.path);
  });

  it('says which step leaves the picture, though no mark was due by then', () => {
    const { path, marks, every, leaves } = landscapeOf(rows, truth, [0, 2], {
      learningRate: 0.9,
      marks: 40,
      every: 625,
    })!;
    expect([leaves, every]).toEqual([2, 1]);
    expect([path.length, marks.length]).toEqual([3, 2]);
    expect(path.flat().every(Number.isFinite)).toBe(true);
  });

  it('never leaves the picture at a rate that the bowl withstands', () => {
    for (const pair of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const { bends } = landscapeOf(rows, truth, pair, descent)!;
      const steepest =
        (bends[0] + bends[2]) / 2 + Math.sqrt(((bends[0] - bends[2]) / 2) ** 2 + bends[1] * bends[1]);
      const at = (learningRate: number) =>
        landscapeOf(rows, truth, pair, { learningRate, marks: 40, every: 20 })!.leaves;
      expect(at(1.99 / steepest)).toBeUndefined();
      expect(at(2.05 / steepest)).toBeGreaterThan(1);
    }
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
    const [[raw, normalized] = []] = raceLandscapes(race);
    expect([raw!.name, normalized!.name]).toEqual(['raw', 'normalized']);
    // The least and the greatest of the scales.
    expect(raw!.landscape.best[0]).toBeCloseTo(18, 1);
    expect(raw!.landscape.best[1]).toBeCloseTo(93, 1);
    expect(raw!.landscape.condition).toBeGreaterThan(6);
    expect(normalized!.landscape.condition).toBeLessThan(1.2);
    expect(raw!.landscape.least).toBeCloseTo(normalized!.landscape.least, 5);
    expect((raw!.landscape.marks.length - 1) * raw!.landscape.every).toBeGreaterThanOrEqual(race.steps);
  });

  it('show raw at its best rate where it has one', async () => {
    const cars = await runRace(await loadDataSet('cars', 1), functions, settings);
    for (const views of raceLandscapes(cars)) {
      expect(views.map(({ name }) => name)).toEqual(['raw at its best rate', 'normalized']);
    }
  });

  it('show how both arms explode where both overflow', async () => {
    const data = await loadDataSet('article', 1, 200);
    const lost = await runRace(data, functions, { ...settings, learningRate: 9 });
    expect(lost.arms.every(({ diverged }) => diverged)).toBe(true);
    const views = raceLandscapes(lost).flat();
    expect(views.length).toBe(4);
    for (const { landscape } of views) expect(landscape.leaves).toBe(1);
  });
});

describe('a walk', () => {
  const frame = { best: [0, 0], reach: 10 } as const;
  const walked = (places: readonly number[], plan: { marks: number; every: number }) => {
    const walk = new Walk(frame, plan);
    for (const place of places) if (walk.goesOn) walk.step([place, 0]);
    return walk.way();
  };
  const across = (places: readonly (readonly [number, number])[]) => places.map(([x]) => x);

  it('ends after as many steps as are asked for', () => {
    const { every, marks, path, leaves } = walked([1, 2, 3, 4, 5, 6, 7], { marks: 2, every: 3 });
    expect(across(marks)).toEqual([0, 3, 6]);
    expect(across(path)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([every, leaves]).toEqual([3, undefined]);
  });

  it('ends at the first step out of the frame, with marks as close as there are to be marks', () => {
    const { every, marks, path, leaves } = walked([1, -2, 4, -8, 16, -32], { marks: 3, every: 100 });
    expect(across(marks)).toEqual([0, -2, -8]);
    expect(across(path)).toEqual([0, 1, -2, 4, -8, 16]);
    expect([every, leaves]).toEqual([2, 5]);
  });

  it('tells of its path what is to be seen, and its end', () => {
    const { path } = walked([1, 1.01, 1.02, 1.2, 1.21], { marks: 1, every: 5 });
    expect(across(path)).toEqual([0, 1, 1.2, 1.21]);
    const swings = Array.from({ length: 1_000 }, (_, step) => (step % 2 === 0 ? 5 : -5));
    expect(walked(swings, { marks: 1, every: 1_000 }).path.length).toBeLessThan(400);
  });

  it('keeps no place that is not a number', () => {
    for (const beyond of [NaN, Infinity]) {
      const { path, leaves } = walked([1, beyond, 2], { marks: 5, every: 1 });
      expect(across(path)).toEqual([0, 1]);
      expect(leaves).toBe(2);
    }
  });
});

describe('the pairs that tell the most', () => {
  const pairs = (...weights: number[]) => tellingPairs({ weights: Float32Array.from(weights), bias: 0 });

  it('are the least and the greatest weight, and the greatest and the bias', () => {
    expect(pairs(5, 90, -3, 20)).toEqual([
      [2, 1],
      [1, 4],
    ]);
  });

  it('are only one where there is one column', () => {
    expect(pairs(5)).toEqual([[0, 1]]);
  });
});
