import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, reference, tolerance } from '#kit/testing';

// Each allowance is held against honest float64 computations. It must never be too tight for one, and in the
// worst of them it must not be more than 32 times what rounding really does.

const RUNS = 5_000;
const LOOSEST = 32;

type Wave = (start: number, end: number, position: number) => number;

const share = (position: number) => (1 + Math.cos(Math.PI * (1 - position))) / 2;

/** Ways to go along half a wave, all of them honest. */
const waves: Record<string, Wave> = {
  'as a mix': (start, end, position) => start * (1 - share(position)) + end * share(position),
  'from the start on': (start, end, position) => start + share(position) * (end - start),
  "as fastai's code does": (start, end, position) =>
    start + ((1 + Math.cos(Math.PI * (1 - position))) * (end - start)) / 2,
  'from the end on': (start, end, position) => end + ((start - end) / 2) * (Math.cos(Math.PI * position) + 1),
};

const part = fc.integer({ min: 0, max: 1024 }).map((parts) => parts / 1024);

const along = fc.record({ start: amount(100), end: amount(100), position: part });

const cycles: fc.Arbitrary<{ position: number; cycle: reference.Cycle }> = fc.record({
  position: part,
  cycle: fc.record({
    peak: fc.integer({ min: 1, max: 1024 }).map((sixteenths) => sixteenths / 16),
    warmUp: fc.integer({ min: 1, max: 15 }).map((sixteenths) => sixteenths / 16),
    divide: fc.integer({ min: 2, max: 50 }),
    finalDivide: fc.integer({ min: 100, max: 100_000 }),
    momentums: fc
      .integer({ min: 16, max: 32 })
      .map((parts) => parts / 64)
      .map((middle) => [1.5 * middle, middle, 1.75 * middle]),
  }),
});

/** A cycle on one kind of wave, rounded once more than it need be. */
function cycleOn(wave: Wave, position: number, cycle: reference.Cycle) {
  const { peak, warmUp, divide, finalDivide, momentums } = cycle;
  const [begin = NaN, middle = NaN, finish = NaN] = momentums;
  if (position <= warmUp) {
    const done = position * (1 / warmUp);
    return { learningRate: wave(peak / divide, peak, done), momentum: wave(begin, middle, done) };
  }
  const done = 1 - (1 - position) / (1 - warmUp);
  return { learningRate: wave(peak, peak / finalDivide, done), momentum: wave(middle, finish, done) };
}

const worst = <Data>(data: fc.Arbitrary<Data>, each: (data: Data) => number) =>
  Math.max(...fc.sample(data, { numRuns: RUNS, seed: 1 }).map(each));

const off = (got: number, exact: number, slack: number) =>
  got === exact ? 0 : Math.abs(got - exact) / slack;

const cycleShare = (wave: Wave, name: 'learningRate' | 'momentum') =>
  worst(cycles, ({ position, cycle }) =>
    off(
      cycleOn(wave, position, cycle)[name],
      reference.oneCycle(position, cycle)[name],
      tolerance.oneCycle(cycle)[name],
    ),
  );

const all = Object.values(waves);

const allowances: Record<string, number[]> = {
  'half a wave': all.map((wave) =>
    worst(along, ({ start, end, position }) =>
      off(wave(start, end, position), reference.cosine(start, end, position), tolerance.cosine(start, end)),
    ),
  ),
  'the rate of a cycle': all.map((wave) => cycleShare(wave, 'learningRate')),
  'the momentum of a cycle': all.map((wave) => cycleShare(wave, 'momentum')),
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
  it('of a cycle: a final rate of 0, where it should be a 100,000th of the peak', () => {
    for (const { cycle } of fc.sample(cycles, { numRuns: 100, seed: 2 })) {
      expect(tolerance.oneCycle(cycle).learningRate).toBeLessThan((1e-6 * cycle.peak) / cycle.finalDivide);
    }
  });
});
