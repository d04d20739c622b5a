import { describe, expect, it } from 'vitest';
import { articleVerdict, type ArticleEnded } from '#kit/race';

/** Ten columns would say no more than two. */
const truth = { weights: Float32Array.of(90, 20), bias: 0 };
const standardTruth = { weights: Float32Array.of(25, 6), bias: 55 };

type Arm = ArticleEnded['arms'][number];

/** An arm that ended at a loss, with weights that are so much of the true ones. */
function arm(loss: number, share = 1): Arm {
  const part = (model: typeof truth, bias: number) => ({
    weights: model.weights.map((w) => w * share),
    bias,
  });
  const rawModel = part(truth, (110 * (1 - share)) / 2);
  return {
    name: 'some arm',
    model: rawModel,
    rawModel,
    standardModel: part(standardTruth, 55),
    epochs: [{ epoch: 0, trainLoss: loss, validLoss: loss, seconds: 1 }],
    diverged: !Number.isFinite(loss),
  };
}

function verdictOn(arms: readonly Arm[], rest: Partial<ArticleEnded> = {}) {
  return articleVerdict({
    data: { name: 'article', truth },
    arms,
    peak: 10,
    weightDecay: arms.length === 2 ? 0 : 0.01,
    steps: 25_000,
    targetVariance: 4_000,
    ...rest,
  });
}

const there = 1e-9;

describe('the verdict on the article’s recipe', () => {
  it('credits the decay where raw arrives without it', () => {
    const { words, passed, ratio } = verdictOn([arm(there), arm(25, 0.9), arm(there), arm(there)]);
    expect(words).toContain(
      'What holds raw back is the weight decay, not its inputs: without decay raw ends at 1e-9, and normalized at 1e-9.',
    );
    expect(words).toContain(
      '1 / 0.01 = 100: raw weights must reach 20 to 90, up to 90 % of that, and normalized ones 6 to 25, up to 25 %.',
    );
    expect(words).toContain('Raw’s bias of 5.5 only makes up for the weights on average');
    expect(words).toContain(
      'the worst of normalized’s weights is less than 0.0001 % off the true one, and the worst of raw’s 10 %.',
    );
    expect(passed).toBe(true);
    expect(ratio).toBeCloseTo(2.5e10, -5);
  });

  it('says that it holds both back', () => {
    const { words } = verdictOn([arm(1400, 0.4), arm(3000, 0.1), arm(there), arm(there)], {
      weightDecay: 0.1,
    });
    expect(words).toContain('What holds both back is the weight decay: without decay');
    expect(words).toContain('1 / 0.1 = 10: raw weights must reach 20 to 90, up to 900 % of that');
    expect(words).not.toContain('two units');
  });

  it('does not clear the inputs where raw is slower without decay, too', () => {
    const slow = verdictOn([arm(40), arm(2600, 0.3), arm(there), arm(66, 0.9)], { steps: 250 }).words;
    expect(slow).toContain('The weight decay holds both back, but raw not alone: without decay');
    expect(slow).toContain('so in 250 steps raw’s inputs hold it back too.');
    const alone = verdictOn([arm(there), arm(2600, 0.3), arm(there), arm(66, 0.9)], { steps: 250 }).words;
    expect(alone).toContain('The weight decay holds raw back, but not alone: without decay');
    for (const words of [slow, alone]) expect(words).not.toContain('not its inputs');
  });

  it('does not blame the decay where nothing changes without it', () => {
    const raw = verdictOn([arm(there), arm(2600, 0.3), arm(there), arm(2500, 0.3)]).words;
    expect(raw).toContain(
      'It is not the weight decay that holds raw back but its inputs: without decay raw ends',
    );
    const both = verdictOn([arm(4), arm(2600, 0.3), arm(there), arm(2500, 0.3)], { steps: 250 }).words;
    expect(both).toContain('What holds normalized back is the weight decay');
    expect(both).toContain('With decay or without, in 250 steps raw’s inputs hold it back.');
  });

  it('says who is held back on data that leaves every arm a loss', () => {
    const on = (...losses: number[]) => verdictOn(losses.map((loss) => arm(loss, 0.9))).words;
    expect(on(16, 170, 17, 160)).toContain('it is not the weight decay that decides here.');
    expect(on(16, 170, 15, 16)).toContain('the weight decay holds raw back.');
    expect(on(100, 170, 15, 160)).toContain('the weight decay holds normalized back.');
    expect(on(100, 170, 15, 16)).toContain('the weight decay holds both back.');
    expect(on(16, there, 17, there)).toContain('it is not the weight decay that decides here.');
    expect(on(16, there, there, there)).toContain('What holds normalized back is the weight decay: without');
    expect(on(16, 170, 17, 30_000)).toContain('the weight decay helps raw.');
    expect(on(100, 170, 15, 30_000)).toContain('the weight decay holds normalized back and helps raw.');
    expect(on(16, 170, 17, Infinity)).toContain(
      'Without decay raw overflows, and normalized ends at 17: the weight decay helps raw.',
    );
  });

  it('says so where a decay is too small to matter', () => {
    const { words } = verdictOn([arm(1e-8), arm(2e-8), arm(there), arm(there)], { weightDecay: 1e-3 });
    expect(words).toContain('Both arms arrive: normalized ends at a loss of 1e-8, and raw at 2e-8.');
    expect(words).toContain('caps weights at 1,000, and the largest that is needed is 90: it keeps neither');
    expect(words).not.toContain('no weight stays beyond');
  });

  it('says what is left where there is no decay', () => {
    expect(verdictOn([arm(there), arm(there)]).words).toContain('Adam gets there from raw inputs as well.');
    expect(verdictOn([arm(there), arm(70, 0.9)]).words).toContain(
      'the inputs keep raw from arriving within 25,000 steps.',
    );
    expect(verdictOn([arm(80, 0.9), arm(70, 0.9)]).words).toContain(
      'and neither arm arrives within 25,000 steps',
    );
  });

  it('does not claim a win that was none', () => {
    const { words, passed } = verdictOn([arm(1425, 0.4), arm(38, 0.9), arm(there), arm(1e-5)]);
    expect(words).toContain(
      'Here normalizing does not win: raw ends at a loss of 38, and normalized at 1,425.',
    );
    expect(passed).toBe(false);
  });

  it('names arms that overflowed, and what throws them out', () => {
    const out = arm(NaN);
    expect(verdictOn([out, out, out, out])).toMatchObject({
      passed: false,
      ratio: NaN,
      words: 'Both arms overflowed: try a smaller learning rate.',
    });
    const thrown = verdictOn([out, out, arm(there), arm(60)], { weightDecay: 1 }).words;
    expect(thrown).toContain(
      'At the peak, rate · decay is 10, and beyond 2 each step throws a weight further',
    );
    expect(thrown).not.toContain('no weight stays beyond');
    const raw = verdictOn([arm(there), out, arm(there), arm(60)]);
    expect(raw).toMatchObject({ passed: true, ratio: NaN });
    expect(raw.words).toContain('Normalized ends at a loss of 1e-9, while raw overflowed.');
    expect(raw.words).toContain('Without decay raw ends at 60, and normalized at 1e-9.');
    expect(verdictOn([out, arm(60), arm(there), arm(60)])).toMatchObject({ passed: false });
  });

  it('speaks of the bias only where it does what is said of it', () => {
    const elsewhere = { ...arm(25, 0.9), model: { ...truth, bias: 40 } };
    expect(verdictOn([arm(there), elsewhere, arm(there), arm(there)]).words).not.toContain('bias');
    const units = { data: { name: 'units', truth } };
    expect(verdictOn([arm(there), arm(25, 0.9), arm(there), arm(there)], units).words).not.toContain('bias');
  });

  it('needs no true model', () => {
    const { words } = verdictOn([arm(there), arm(25, 0.9), arm(there), arm(there)], {
      data: { name: 'cars' },
    });
    expect(words).toContain('not its inputs');
    expect(words).not.toContain('two units');
  });
});
