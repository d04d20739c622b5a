import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, quantities, reference, tolerance } from '#kit/testing';

// Each allowance is held against honest float64 computations. It must never be too tight for one, and in the
// worst of them it must not be more than 32 times what rounding really does.

const RUNS = 2_000;
const LOOSEST = 32;

interface Range {
  readonly start: number;
  readonly end: number;
  readonly steps: number;
}

const range: fc.Arbitrary<Range> = fc
  .record({
    start: fc.integer({ min: 1, max: 512 }).map((thousandths) => thousandths / 1024),
    decades: fc.integer({ min: 1, max: 9 }),
    steps: fc.integer({ min: 2, max: 100 }),
  })
  .map(({ start, decades, steps }) => ({ start, end: start * 10 ** decades, steps }));

/** Ways to work out rates, all of them honest. */
const ways: Record<string, (range: Range) => Float64Array> = {
  'by powers': ({ start, end, steps }) =>
    Float64Array.from({ length: steps }, (_, i) => start * (end / start) ** (i / steps)),
  'by powers of ten': ({ start, end, steps }) => {
    const [low, high] = [Math.log10(start), Math.log10(end)];
    return Float64Array.from({ length: steps }, (_, i) => 10 ** (low + ((high - low) * i) / steps));
  },
  'each from the one before': ({ start, end, steps }) => {
    const factor = (end / start) ** (1 / steps);
    let rate = start / factor;
    return Float64Array.from({ length: steps }, () => (rate *= factor));
  },
};

const sharesOf = (got: Float64Array, exact: Float64Array, slack: Float64Array) =>
  Array.from(got, (entry, i) => (entry === exact[i] ? 0 : Math.abs(entry - exact[i]!) / slack[i]!));

const rateShares = (range: Range, got: Float64Array) => {
  const { start, end, steps } = range;
  return sharesOf(
    got,
    reference.learningRates(start, end, steps),
    tolerance.learningRates(start, end, steps),
  );
};

const ratioShares = ({ start, end, steps }: Range, got: Float64Array) => {
  const exact = new Float64Array(steps - 1).fill((end / start) ** (1 / steps));
  const ratios = got.slice(1).map((rate, i) => rate / got[i]!);
  return sharesOf(ratios, exact, tolerance.ratios(start, end, steps));
};

interface Series {
  readonly losses: Float64Array;
  readonly beta: number;
}

const series: fc.Arbitrary<Series> = fc.record({
  losses: columnOf(quantities.prices, 21).map((prices) =>
    Float64Array.from(prices, (price) => price / 3 + 1),
  ),
  beta: fc.oneof(
    fc.constantFrom(0, 0.9, 0.98),
    fc.integer({ min: 1, max: 31 }).map((share) => share / 32),
  ),
});

/** Ways to smooth, all of them honest. */
const smoothings: Record<string, (series: Series) => Float64Array> = {
  'by an average, corrected': ({ losses, beta }) => {
    let average = 0;
    return losses.map((loss, i) => {
      average = beta * average + (1 - beta) * loss;
      return average / (1 - beta ** (i + 1));
    });
  },
  'by an average that moves towards the loss': ({ losses, beta }) => {
    let [average, rest] = [0, 1];
    return losses.map((loss) => {
      average += (1 - beta) * (loss - average);
      rest *= beta;
      return average / (1 - rest);
    });
  },
  'by a sum and the sum of its weights': ({ losses, beta }) => {
    let [total, weight] = [0, 0];
    return losses.map((loss) => {
      total = beta * total + loss;
      weight = beta * weight + 1;
      return total / weight;
    });
  },
};

const worst = <Data>(data: fc.Arbitrary<Data>, shares: (data: Data) => readonly number[]) =>
  Math.max(...fc.sample(data, { numRuns: RUNS, seed: 1 }).flatMap((drawn) => Math.max(0, ...shares(drawn))));

const allowances: Record<string, number[]> = {
  rates: Object.values(ways).map((way) => worst(range, (drawn) => rateShares(drawn, way(drawn)))),
  'the factors between rates': Object.values(ways).map((way) =>
    worst(range, (drawn) => ratioShares(drawn, way(drawn))),
  ),
  'smoothed losses': Object.values(smoothings).map((way) =>
    worst(series, ({ losses, beta }) =>
      sharesOf(way({ losses, beta }), reference.smoothed(losses, beta), tolerance.smoothed(losses, beta)),
    ),
  ),
};

describe.each(Object.entries(allowances))('the allowance for %s', (_, shares) => {
  it('is not too tight: no honest computation leaves it', () => {
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it(`is not too loose: some honest computation needs a ${LOOSEST}th of it`, () => {
    expect(Math.max(...shares)).toBeGreaterThan(1 / LOOSEST);
  });
});

describe('an allowance keeps mistakes out', () => {
  it('of rates and of smoothed losses: a change in the tenth digit', () => {
    const rates = reference.learningRates(1e-3, 1e6, 100);
    tolerance
      .learningRates(1e-3, 1e6, 100)
      .forEach((slack, i) => expect(slack).toBeLessThan(1e-10 * rates[i]!));
    for (const { losses, beta } of fc.sample(series, { numRuns: 100, seed: 2 })) {
      const line = reference.smoothed(losses, beta);
      tolerance.smoothed(losses, beta).forEach((slack, i) => expect(slack).toBeLessThan(1e-10 * line[i]!));
    }
  });
});
