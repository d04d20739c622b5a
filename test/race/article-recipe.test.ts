import { beforeAll, describe, expect, it } from 'vitest';
import { recordLaunches } from '#kit/gpu';
import {
  finalLoss,
  loadDataSet,
  reportOn,
  runArticle,
  type ArticleFunctions,
  type ArticleRace,
  type ArticleSettings,
} from '#kit/race';
import { articleLosses, theArticles } from '../../src/race/article-recipe/recipe';
import { thinned, watch } from '../../src/race/article-recipe/tracked';
import { articleChecks } from './article-checks';
import { loadArticleSolutions } from './solutions';

let functions: ArticleFunctions;
beforeAll(async () => {
  functions = await loadArticleSolutions();
});

const settings: ArticleSettings = { seed: 1, batchSize: 64 };
const small = () => loadDataSet('article', 1, 2_000);
const circumstances = { recipe: 'article', backend: 'cpu', shelf: 'solutions' };
const lossesOf = ({ arms }: ArticleRace) =>
  arms.map(({ epochs }) => epochs.map(({ validLoss }) => validLoss));

describe('the article’s run at full size', () => {
  let race: ArticleRace;
  beforeAll(async () => {
    race = await runArticle(await loadDataSet('article', 1), functions, settings);
  }, 120_000);

  it.each(articleChecks.map((check) => [check.words, check] as const))(
    'comes out as the article’s: %s',
    (_, { of, least, most }) => {
      expect(of(race)).toBeGreaterThanOrEqual(least);
      expect(of(race)).toBeLessThanOrEqual(most);
    },
  );

  it('has a train_loss as near to the valid_loss as the article’s', () => {
    const [normalized, raw] = race.arms;
    // The article’s own ratios lie between 0.9 and 1.12.
    for (const { trainLoss, validLoss } of raw!.epochs) {
      expect(trainLoss / validLoss).toBeGreaterThan(0.6);
      expect(trainLoss / validLoss).toBeLessThan(1.6);
    }
    expect(normalized!.epochs.at(-1)!.trainLoss).toBeLessThan(1e-3);
  });

  it('predicts rows that it has not seen', () => {
    for (const { name, predictions } of race.arms) {
      const furthest = name === 'raw' ? 40 : 0.01;
      predictions.forEach((prediction, row) =>
        expect(Math.abs(prediction - race.shownTargets[row]!)).toBeLessThan(furthest),
      );
    }
  });

  it('stands beside what the article printed', () => {
    expect(race.article?.normalized.map(({ epoch }) => epoch)).toEqual([...Array(10).keys()]);
    expect(race.article?.raw[9]).toMatchObject({ trainLoss: 27.854624, validLoss: 28.25281 });
  });

  it('credits the decay, not the inputs', () => {
    const { words, passed, ratio } = race.verdict;
    expect(passed).toBe(true);
    expect(ratio).toBeGreaterThan(1e6);
    expect(words).toContain(
      'What holds raw back is the weight decay, not its inputs: without decay raw ends',
    );
    expect(words).toContain('no weight stays beyond 1 / 0.01 = 100: raw weights must reach 18 to 93');
    expect(words).toMatch(/Raw’s bias of 2\d\.\d+ only makes up for the weights on average/);
    expect(words).toContain('The arms are one model in two units');
  });

  it('keeps at most 1,000 points of an arm, the first and the last step included', () => {
    for (const { model, schedule, tracked } of race.arms) {
      for (const points of [schedule, tracked]) {
        expect(points.length).toBe(1_000);
        expect([points[0]!.step, points.at(-1)!.step]).toEqual([0, 24_999]);
      }
      expect(tracked.at(-1)).toEqual({ step: 24_999, weights: model.weights, bias: model.bias });
      expect(schedule[0]).toEqual({ step: 0, learningRate: 0.4, momentum: 0.95 });
      expect(Math.max(...schedule.map(({ learningRate }) => learningRate))).toBeCloseTo(10, 3);
      expect(schedule.at(-1)!.learningRate).toBeCloseTo(1.0007e-4, 7);
    }
  });
});

describe('a run by the article’s recipe', () => {
  it('trains both arms with the decay, then both without', async () => {
    const { arms } = await runArticle(await small(), functions, settings);
    expect(arms.map(({ name, weightDecay }) => [name, weightDecay])).toEqual([
      ['normalized', 0.01],
      ['raw', 0.01],
      ['normalized without decay', 0],
      ['raw without decay', 0],
    ]);
    for (const arm of arms) {
      expect(arm.learningRate).toBe(10);
      expect(arm.epochs.length).toBe(10);
      expect(arm.tracked.length).toBe(250);
    }
    expect(arms.map(({ finder }) => finder !== undefined)).toEqual([true, true, false, false]);
  });

  it('has no control arms where there is no decay to take away', async () => {
    const { arms, verdict } = await runArticle(await small(), functions, { ...settings, weightDecay: 0 });
    expect(arms.map(({ name, weightDecay }) => [name, weightDecay])).toEqual([
      ['normalized', 0],
      ['raw', 0],
    ]);
    expect(verdict.words).toContain('Without decay nothing caps a weight');
  });

  it('launches three kernels a step: residuals, gradient, adamStep', async () => {
    const data = await loadDataSet('article', 1, 400);
    const launchesOf = async (epochs: number) =>
      (await recordLaunches(() => runArticle(data, functions, { ...settings, epochs }))).launches.length;
    // 320 rows are five batches; an epoch ends with predict and the squares of meanSquaredError.
    const [steps, arms] = [5, 4];
    expect((await launchesOf(2)) - (await launchesOf(1))).toBe(arms * (3 * steps + 2));
  });

  it('gives the same numbers for the same seed, and others for another', async () => {
    const data = await loadDataSet('article', 1, 200);
    const losses = async (seed: number) => lossesOf(await runArticle(data, functions, { ...settings, seed }));
    expect(await losses(3)).toEqual(await losses(3));
    expect(await losses(3)).not.toEqual(await losses(4));
  });

  it('takes its train_loss from the losses of all batches, smoothed and never reset', async () => {
    const calls: { losses: Float64Array; smoothed: Float64Array }[] = [];
    const spied: ArticleFunctions = {
      ...functions,
      findLearningRate: () => Promise.resolve(nothingFound),
      smooth(losses, beta) {
        const smoothed = functions.smooth(losses, beta);
        calls.push({ losses, smoothed });
        return smoothed;
      },
    };
    const { arms } = await runArticle(await loadDataSet('article', 1, 400), spied, settings);
    expect(calls.map(({ losses }) => losses.length)).toEqual([50, 50, 50, 50]);
    arms.forEach(({ epochs }, arm) => {
      const ends = epochs.map(({ epoch }) => calls[arm]!.smoothed[epoch * 5 + 4]);
      expect(epochs.map(({ trainLoss }) => trainLoss)).toEqual(ends);
    });
  });

  it('lets the finder train on batches of the training rows, and begins as if it had not been there', async () => {
    const data = await loadDataSet('article', 1, 400);
    const without = { ...functions, findLearningRate: () => Promise.resolve(nothingFound) };
    const sizes: number[] = [];
    const watching: ArticleFunctions = {
      ...functions,
      // Longer than an epoch of five batches, and at rates that wreck any model.
      findLearningRate: async (trainBatch) => {
        for (let step = 0; step < 12; step += 1) sizes.push(await trainBatch(1e3));
        return nothingFound;
      },
    };
    const race = await runArticle(data, watching, settings);
    expect(lossesOf(race)).toEqual(lossesOf(await runArticle(data, without, settings)));
    expect(sizes.length).toBe(24);
    for (const start of [0, 12]) {
      const [first, second] = sizes.slice(start, start + 2);
      // The loss of the untrained model, near the mean of the squared targets, and then that of a wreck.
      expect(first).toBeGreaterThan(80_000);
      expect(first).toBeLessThan(130_000);
      expect(second).toBeGreaterThan(3 * first!);
    }
  });

  it('goes with data in real units, too', async () => {
    const race = await runArticle(await loadDataSet('units', 1, 500), functions, settings);
    expect(race.article).toBeUndefined();
    expect(race.arms[0]!.finder!.learningRates.at(-1)).toBeGreaterThan(1);
    expect(race.verdict.words).not.toMatch(/NaN|Infinity|undefined|inputs: without decay raw/);
  });

  it('says so where a rate throws every arm out', async () => {
    const race = await runArticle(await small(), functions, { ...settings, peak: 1e30, epochs: 1 });
    expect(race.arms.every(({ diverged }) => diverged)).toBe(true);
    expect(race.verdict).toMatchObject({
      passed: false,
      ratio: NaN,
      words: 'Both arms overflowed: try a smaller learning rate.',
    });
    expect(JSON.stringify(reportOn(race, circumstances))).not.toMatch(/NaN|Infinity/);
  });
});

describe('the sweep over decays', () => {
  it('trains both arms with six decays, and takes from the arms what they know already', async () => {
    const asked: string[] = [];
    const race = await runArticle(await loadDataSet('article', 1, 20_000), functions, {
      ...settings,
      sweepDecays: true,
      onProgress: (what, share) => share === 0 && asked.push(what),
    });
    const decays = race.decays!;
    expect(decays.map(({ weightDecay, cap }) => [weightDecay, cap])).toEqual([
      [0, Infinity],
      [1e-3, 1_000],
      [3e-3, 1 / 3e-3],
      [1e-2, 100],
      [3e-2, 1 / 3e-2],
      [1e-1, 10],
    ]);
    expect(asked.length).toBe(12);
    expect(new Set(asked).size).toBe(12);
    const [normalized, raw] = race.arms;
    expect(decays[3]).toMatchObject({
      normalized: finalLoss(normalized!),
      raw: finalLoss(raw!),
      largestRawWeight: Math.max(...raw!.model.weights),
      rawBias: raw!.model.bias,
    });
    // No weight beyond the cap, and the more decay, the more of the mean is left to the bias.
    for (const { cap, largestRawWeight } of decays) expect(largestRawWeight).toBeLessThan(cap);
    const biases = decays.map(({ rawBias }) => rawBias);
    expect(biases).toEqual(biases.toSorted((a, b) => a - b));
    for (const [index, { raw: loss }] of decays.entries()) {
      expect(loss).toBeGreaterThan(index === 0 ? 0 : decays[index - 1]!.raw);
    }
  });
});

describe('what the article printed', () => {
  it('stands beside its own run alone', () => {
    expect(articleLosses(theArticles)?.raw.length).toBe(10);
    for (const other of [
      { data: 'article-scaled' },
      { rows: 199_999 },
      { epochs: 9 },
      { batchSize: 32 },
      { peak: 9 },
      { weightDecay: 0 },
    ]) {
      expect(articleLosses({ ...theArticles, ...other })).toBeUndefined();
    }
  });
});

describe('thinning', () => {
  it('keeps few values as they are, and of many the first, the last and some evenly between', () => {
    expect(thinned([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(thinned([], 3)).toEqual([]);
    const many = Array.from({ length: 25_000 }, (_, index) => index);
    const few = thinned(many);
    expect([few.length, few[0], few.at(-1)]).toEqual([1_000, 0, 24_999]);
    expect(new Set(few).size).toBe(1_000);
    const gaps = few.slice(1).map((value, index) => value - few[index]!);
    expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([25, 26]);
  });
});

describe('tracking', () => {
  it.each([
    [25_000, 25_000],
    [750_001, 250_001],
  ])('of %d steps keeps %d', async (steps, kept) => {
    let records = 0;
    const tracker = functions.createTracker();
    const createTracker = () => ({
      history: () => tracker.history(),
      record(step: number, model: Parameters<typeof tracker.record>[1]) {
        records += 1;
        if (step === 0 || step === steps - 1) tracker.record(step, model);
      },
    });
    const { onStep, tracked } = watch(steps, { createTracker });
    const model = { weights: Float32Array.of(1), bias: 0 };
    for (let step = 0; step < steps; step += 1) void onStep({ step, model, loss: 1 });
    expect(records).toBe(kept);
    expect(tracked().map(({ step }) => step)).toEqual([0, steps - 1]);
  });
});

describe('the report', () => {
  it('holds the finder, the schedule, the tracked weights and the sweep', async () => {
    const race = await runArticle(await small(), functions, { ...settings, sweepDecays: true });
    const report = reportOn(race, circumstances);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
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
      'weightDecaySweep',
      'verdict',
    ]);
    const [normalized, , control] = report.arms;
    expect(Object.keys(normalized!).slice(-4)).toEqual(['rawBias', 'finder', 'schedule', 'tracked']);
    expect(Object.keys(normalized!.finder!)).toEqual(['learningRates', 'losses', 'smoothed', 'suggestion']);
    expect(normalized!.finder!.losses.length).toBe(normalized!.finder!.learningRates.length);
    expect(Object.keys(normalized!.tracked![0]!)).toEqual(['step', 'weights', 'bias']);
    expect(normalized!.tracked!.at(-1)).toMatchObject({
      weights: normalized!.weights,
      bias: normalized!.bias,
    });
    expect(control).toMatchObject({ name: 'normalized without decay', weightDecay: 0 });
    expect(report.weightDecaySweep!.map(({ cap }) => cap)[0]).toBe(null);
    expect(Object.keys(report.weightDecaySweep![1]!)).toEqual([
      'weightDecay',
      'cap',
      'normalized',
      'raw',
      'largestRawWeight',
      'rawBias',
    ]);
  });
});

const nothingFound = {
  learningRates: Float64Array.of(1),
  losses: Float64Array.of(1),
  smoothed: Float64Array.of(1),
  suggestion: 0.1,
};
