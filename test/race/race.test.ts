import { beforeAll, describe, expect, it } from 'vitest';
import { Matrix, Random } from '#kit/data';
import { recordLaunches } from '#kit/gpu';
import {
  bowlOf,
  conditionOf,
  finalLoss,
  loadDataSet,
  reportOn,
  runRace,
  type RaceData,
  type RaceFunctions,
  type RaceSettings,
} from '#kit/race';
import { loadSolutions } from './solutions';

let functions: RaceFunctions;
beforeAll(async () => {
  functions = await loadSolutions();
});

const settings: RaceSettings = { seed: 1, batchSize: 64 };
const circumstances = { recipe: 'plain', backend: 'cpu', shelf: 'solutions' };
const sentences = (words: string) => words.match(/\.(?= |$)/g)?.length;

/** A table of one's own: columns from a function of the row. */
function made(rows: number, row: (random: Random) => number[], target: (row: number[]) => number): RaceData {
  const random = new Random(5, 'made');
  const table = Array.from({ length: rows }, () => row(random));
  const columns = table[0]!.map((_, index) => `c${index}`);
  return {
    name: 'made',
    x: Matrix.fromRows(table),
    targets: Float32Array.from(table, target),
    columns,
    target: 'y',
    source: 'Made.',
    commonScale: false,
    epochs: 10,
  };
}

describe('a race on the article’s data', () => {
  it('trains two arms from one start, and normalized wins by far', async () => {
    const race = await runRace(await loadDataSet('article', 1, 2_000), functions, settings);
    const [normalized, raw] = race.arms;
    expect(race.arms.map(({ name }) => name)).toEqual(['normalized', 'raw']);
    expect(race.arms.map(({ learningRate }) => learningRate)).toEqual([0.1, 0.1]);
    expect(finalLoss(normalized!) / race.targetVariance).toBeLessThan(1e-6);
    expect(finalLoss(raw!) / race.targetVariance).toBeGreaterThan(1e-4);
    expect(race.verdict.ratio).toBeGreaterThan(1e4);
    expect(race.verdict.passed).toBe(true);
    expect(sentences(race.verdict.words)).toBe(2);
    expect([race.trainRows, race.validRows]).toEqual([1_600, 400]);
    expect(race.arms.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch))).toEqual([
      ...Array(10).keys(),
      ...Array(10).keys(),
    ]);
    for (const { seconds } of normalized!.epochs) expect(seconds).toBeGreaterThan(0);
    expect(normalized!.rawModel.weights[0]).toBeCloseTo(79, 2);
    normalized!.predictions.forEach((prediction, row) =>
      expect(prediction).toBeCloseTo(race.shownTargets[row]!, 2),
    );
  });

  it('launches three kernels a step: residuals, gradient, descend', async () => {
    const data = await loadDataSet('article', 1, 400);
    const launchesOf = async (epochs: number) =>
      (await recordLaunches(() => runRace(data, functions, { ...settings, epochs }))).launches;
    const [one, two] = [await launchesOf(1), await launchesOf(2)];
    // 320 rows are five batches; an epoch ends with predict and the squares of meanSquaredError.
    const [steps, arms] = [5, 2];
    expect(two.length - one.length).toBe(arms * (3 * steps + 2));
    const first = two.findIndex(({ argumentSizes }) => argumentSizes[0]?.join() === '64,10');
    const step = two.slice(first, first + 6).map(({ threads }) => threads);
    expect(step).toEqual([64, 11, 11, 64, 11, 11]);
  });

  it('gives the same numbers for the same seed, and others for another', async () => {
    const data = await loadDataSet('article', 1, 200);
    const losses = async (seed: number) =>
      (await runRace(data, functions, { ...settings, seed })).arms.map(finalLoss);
    expect(await losses(3)).toEqual(await losses(3));
    expect(await losses(3)).not.toEqual(await losses(4));
  });

  it('keeps rate times steps at 25 where there are many', async () => {
    const race = await runRace(await loadDataSet('article', 1, 20_000), functions, {
      ...settings,
      epochs: 2,
    });
    expect(race.arms[0]!.learningRate).toBeCloseTo(25 / 500, 10);
  });

  it('says so when both arrive, or when normalizing does not win', async () => {
    const both = await runRace(await loadDataSet('article', 1, 20_000), functions, {
      ...settings,
      learningRate: 0.1,
    });
    expect(both.verdict.words).toContain('Both arms arrive');
    expect(both.verdict.passed).toBe(true);
    const single = await runRace(await loadDataSet('article', 1, 500), functions, {
      ...settings,
      batchSize: 1,
      learningRate: 0.2,
    });
    expect(single.arms[0]!.diverged).toBe(true);
    expect(single.verdict).toMatchObject({ passed: false, ratio: NaN });
    expect(single.verdict.words).toContain('Normalized overflowed');
  });
});

describe('a race on columns with scales of their own', () => {
  it('cars: raw overflows, and its own best rate does not save it', async () => {
    const race = await runRace(await loadDataSet('cars', 2), functions, { ...settings, seed: 2 });
    const [normalized, raw, best] = race.arms;
    expect(normalized!.epochs.length).toBe(20);
    expect(finalLoss(normalized!) / race.targetVariance).toBeLessThan(0.45);
    expect(raw!.diverged).toBe(true);
    expect(best!.name).toBe('raw at its best rate');
    expect(finalLoss(best!)).toBeGreaterThan(1.5 * finalLoss(normalized!));
    expect(race.verdict.words).toContain('raw overflowed at the same rate');
    expect(sentences(race.verdict.words)).toBe(2);
  });

  it('units: raw is lost at every rate', async () => {
    const race = await runRace(await loadDataSet('units', 1), functions, settings);
    const [normalized, , best] = race.arms;
    expect(finalLoss(normalized!) / race.targetVariance).toBeLessThan(1e-6);
    const rates = best!.sweep!.map(({ learningRate }) => learningRate);
    expect(rates[0]).toBeLessThanOrEqual(1e-13);
    expect(rates.at(-1)).toBe(1);
    for (const { validLoss } of best!.sweep!) expect(validLoss / race.targetVariance < 0.1).toBe(false);
  });

  it('stays in words where a column never changes and two are the same', async () => {
    const data = made(
      200,
      (random) => {
        const value = random.uniform(0, 1000);
        return [value, value, 7];
      },
      ([value]) => 3 * value! + 1,
    );
    const race = await runRace(data, functions, settings);
    expect(race.arms[0]!.diverged).toBe(false);
    expect(race.arms[0]!.model.weights[2]).toBe(race.arms[0]!.rawModel.weights[2]);
    expect(race.verdict.words).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says that everything overflows where the targets leave float32 when squared', async () => {
    const data = made(
      50,
      (random) => [random.uniform()],
      ([value]) => 1e30 * value!,
    );
    const race = await runRace(data, functions, settings);
    expect(race.verdict).toMatchObject({ passed: false, ratio: NaN });
    expect(race.verdict.words).toContain('overflowed');
  });
});

describe('the report', () => {
  it('holds what is promised, with null for what is not finite', async () => {
    const race = await runRace(await loadDataSet('cars', 1), functions, settings);
    const report = JSON.parse(JSON.stringify(reportOn(race, circumstances))) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      'version',
      'data',
      'rows',
      'features',
      'targetVariance',
      'recipe',
      'backend',
      'seed',
      'shelf',
      'arms',
      'verdict',
    ]);
    expect(report).toMatchObject({
      version: 1,
      data: 'cars',
      rows: 392,
      features: 6,
      verdict: { ratio: null, passed: true },
    });
    const [normalized, raw, best] = report['arms'] as Record<string, unknown>[];
    expect(Object.keys(normalized!)).toEqual([
      'name',
      'learningRate',
      'weightDecay',
      'diverged',
      'epochs',
      'weights',
      'bias',
      'rawWeights',
      'rawBias',
    ]);
    expect(raw).toMatchObject({ diverged: true, bias: null, weightDecay: 0 });
    expect((raw!['epochs'] as unknown[]).at(-1)).toMatchObject({ epoch: 19, validLoss: null });
    expect(best!['sweep']).toContainEqual({ learningRate: 1, validLoss: null });
    expect(best!['rawWeights']).toEqual(best!['weights']);
  });
});

describe('the bowl', () => {
  it('is 152 times as steep in one direction as in another for ten uniform columns', () => {
    const random = new Random(1);
    const x = new Matrix(
      20_000,
      10,
      Float32Array.from({ length: 200_000 }, () => random.uniform()),
    );
    const bowl = bowlOf(x);
    expect(conditionOf(bowl)).toBeGreaterThan(148);
    expect(conditionOf(bowl)).toBeLessThan(156);
    expect(bowl.steepest).toBeCloseTo(7.12, 1);
  });

  it('leaves out columns that never change', () => {
    const bowl = bowlOf(
      Matrix.fromRows([
        [1, 5],
        [-1, 5],
      ]),
    );
    expect(bowl.steepest).toBeCloseTo(2, 10);
    expect(bowl.flattest).toBeCloseTo(2, 10);
  });
});
