import { describe, expect, it } from 'vitest';
import { finalLoss, loadDataSet, runArticle, runLive, runRace, type LiveWatcher } from '#kit/race';
import { loadArticleSolutions } from './solutions';

const done = Promise.resolve();
const nobody: LiveWatcher = {
  started: () => done,
  begun: () => done,
  stepped: () => done,
  tried: () => done,
  ended: () => done,
};
const plain = { optimizer: 'plain', schedule: 'constant', weightDecay: 0 } as const;
const article = { optimizer: 'adam', schedule: 'one-cycle', learningRate: 10, weightDecay: 0.01 } as const;

describe('a race that is watched ends as one that is not', () => {
  it.each(['article', 'cars'])('with plain descent, on the data %s', async (name) => {
    const functions = await loadArticleSolutions();
    const data = await loadDataSet(name, 3, name === 'cars' ? undefined : 500);
    const settings = { seed: 3, batchSize: 32, epochs: 3 };
    const race = await runRace(data, functions, settings);
    const arms = race.arms.map((arm) => arm.name);
    const live = await runLive(data, functions, { ...settings, recipe: plain, arms }, nobody);
    expect(live.arms.map((arm) => [arm.name, arm.learningRate, finalLoss(arm), arm.model])).toEqual(
      race.arms.map((arm) => [arm.name, arm.learningRate, finalLoss(arm), arm.model]),
    );
  });

  it("with the article's recipe", async () => {
    const functions = await loadArticleSolutions();
    const data = await loadDataSet('article', 3, 500);
    const settings = { seed: 3, batchSize: 32, epochs: 3 };
    const race = await runArticle(data, functions, settings);
    const arms = ['normalized', 'raw'] as const;
    const live = await runLive(data, functions, { ...settings, recipe: article, arms }, nobody);
    expect(live.arms.map(finalLoss)).toEqual(race.arms.slice(0, 2).map(finalLoss));
  });
});

describe('whoever watches', () => {
  it('sees each step of each arm, in their order', async () => {
    const functions = await loadArticleSolutions();
    const data = await loadDataSet('article', 1, 100);
    const seen: string[] = [];
    await runLive(
      data,
      functions,
      { seed: 1, batchSize: 40, epochs: 2, recipe: plain, arms: ['raw', 'normalized'] },
      {
        ...nobody,
        started: async ({ steps }) => void seen.push(`started, ${steps} steps`),
        begun: async (arm) => void seen.push(`${arm} begins`),
        stepped: async (arm, { step }) => void seen.push(`${arm} ${step}`),
        ended: async ({ name }) => void seen.push(`${name} ended`),
      },
    );
    expect(seen).toEqual([
      'started, 4 steps',
      ...['raw', 'normalized'].flatMap((arm) => [
        `${arm} begins`,
        ...[0, 1, 2, 3].map((step) => `${arm} ${step}`),
        `${arm} ended`,
      ]),
    ]);
  });

  it('makes the race wait', async () => {
    const functions = await loadArticleSolutions();
    const data = await loadDataSet('article', 1, 100);
    let steps = 0;
    let goOn = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    const race = runLive(
      data,
      functions,
      { seed: 1, batchSize: 40, epochs: 2, recipe: plain, arms: ['raw'] },
      {
        ...nobody,
        stepped: () => {
          steps += 1;
          return steps === 2 ? waiting : done;
        },
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(steps).toBe(2);
    goOn();
    await race;
    expect(steps).toBe(4);
  });
});
