import { describe, expect, it } from 'vitest';
import { liveVerdict, loadDataSet, runLive, verdictOn, type LiveSettings, type LiveWatcher } from '#kit/race';
import { loadArticleSolutions } from './solutions';

const done = Promise.resolve();
const nobody: LiveWatcher = {
  started: () => done,
  begun: () => done,
  stepped: () => done,
  tried: () => done,
  ended: () => done,
};

const adam = { optimizer: 'adam', schedule: 'one-cycle', learningRate: 10, weightDecay: 0.01 } as const;
const plain = { optimizer: 'plain', schedule: 'constant', learningRate: 0.1, weightDecay: 0 } as const;

async function raced(recipe: LiveSettings['recipe'], settings: Partial<LiveSettings> = {}) {
  const functions = await loadArticleSolutions();
  const data = await loadDataSet('article', 1, 2_000);
  const arms = ['normalized', 'raw'] as const;
  const race = { seed: 1, batchSize: 64, epochs: 10, arms, ...settings, recipe };
  return { recipe, ...(await runLive(data, functions, race, nobody)) };
}

describe('the verdict on a race that was watched', () => {
  it('is that of the terminal for plain descent', async () => {
    const race = await raced(plain);
    const { bowls, epochs, prepared } = race.start;
    const { targetVariance } = prepared;
    expect(liveVerdict(race)).toBe(verdictOn({ arms: race.arms, bowls, epochs, targetVariance }).words);
  });

  it('says of Adam with a decay what the decay allows, and what would show whether it matters', async () => {
    expect(liveVerdict(await raced({ ...adam, weightDecay: 0.02 }))).toMatch(
      /^Normalized ends at a loss of .* The weight decay lets no weight stay beyond 1 \/ 0\.02 = 50; raw’s largest is \d+, and normalized’s \d+\. Whether that is what holds both back, the same race with a weight decay of 0 shows\.$/,
    );
  });

  it('says of Adam without a decay that it gets there from raw inputs, too, or how far it gets', async () => {
    const words = liveVerdict(await raced({ ...adam, weightDecay: 0 }, { epochs: 40 }));
    expect(words).toContain('Without decay nothing caps a weight');
  });

  it('says of Adam how far it gets where that is not far enough', async () => {
    const words = liveVerdict(await raced({ ...adam, schedule: 'constant', learningRate: 0.1 }));
    expect(words).toMatch(
      /in 250 steps by about 25 at most, and the normalized bias has to get to the mean of the targets, 31\d\.?\d*: try a larger learning rate\.$/,
    );
  });

  it('names a decay that throws weights about', async () => {
    expect(liveVerdict(await raced({ ...adam, schedule: 'constant', weightDecay: 0.5 }))).toContain(
      'Rate · decay is 5, and beyond 2 each step throws a weight further from 0 than it was.',
    );
  });

  it('tells the bowls apart where plain descent runs along a cycle', async () => {
    const cycle = { ...plain, schedule: 'one-cycle' } as const;
    expect(liveVerdict(await raced(cycle))).toMatch(
      /in one direction as in another; normalized it is almost round\. Where it is flattest a step takes 0\.\d+ % off the raw error even at the cycle’s peak, and 1\d % off the normalized one\.$/,
    );
    expect(liveVerdict(await raced({ ...cycle, learningRate: 0.5 }))).toContain(
      'The cycle’s peak of 0.5 lies beyond the limit of the raw one, 0.28.',
    );
  });

  it('says nothing of an arm alone', async () => {
    expect(liveVerdict(await raced(adam, { arms: ['raw'] }))).toBe('');
  });
});
