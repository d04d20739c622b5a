import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column, reference, tolerance, variedColumn } from '#kit/testing';

// Each allowance is held against an honest float32 computation, over many columns. It must never be too
// tight for one, and in the worst of them it must not be more than 32 times what rounding really does.

const { fround } = Math;
const RUNS = 3_000;
const LOOSEST = 32;

/** error / allowance, the worst over many columns. */
function worstShare(
  columns: fc.Arbitrary<Float32Array>,
  shares: (values: Float32Array) => readonly number[],
): number {
  const samples = fc.sample(columns, { numRuns: RUNS, seed: 1 });
  return Math.max(...samples.flatMap((values) => Math.max(...shares(values))));
}

const share = (got: number, exact: number, allowance: number) =>
  got === exact ? 0 : Math.abs(got - exact) / allowance;

const computations: Record<string, (values: Float32Array) => readonly number[]> = {
  rounding: (values) => Array.from(values, (x) => share(fround(x / 3), x / 3, tolerance.rounding(x / 3))),

  sum: (values) => {
    const got = values.reduce((total, x) => fround(total + fround(x / 3)), 0);
    const thirds = values.map((x) => x / 3);
    return [share(got, reference.sum(thirds), tolerance.sum(thirds))];
  },

  mean: (values) => [share(fround(reference.mean(values)), reference.mean(values), tolerance.mean(values))],

  standardDeviation: (values) => {
    const middle = fround(reference.mean(values));
    const got = Math.sqrt(reference.mean(values.map((x) => fround(fround(x - middle) ** 2))));
    return [share(fround(got), reference.standardDeviation(values), tolerance.standardDeviation(values))];
  },

  centered: (values) => {
    const middle = reference.mean(values);
    const slack = tolerance.centered(values, middle);
    return Array.from(values, (x, i) => share(fround(x - fround(middle)), x - middle, slack[i]!));
  },

  scaled: (values) => {
    const slack = tolerance.scaled(values, Math.PI);
    return Array.from(values, (x, i) => share(fround(x / fround(Math.PI)), x / Math.PI, slack[i]!));
  },

  standardized: (values) => {
    const middle = fround(reference.mean(values));
    const deviation = fround(reference.standardDeviation(values));
    const slack = tolerance.standardized(values);
    const exact = reference.standardized(values);
    return Array.from(values, (x, i) => share(fround(fround(x - middle) / deviation), exact[i]!, slack[i]!));
  },
};

describe.each(Object.entries(computations))('the allowance for %s', (_, shares) => {
  const worst = worstShare(variedColumn(), shares);

  it('is not too tight: no honest computation leaves it', () => {
    expect(worst).toBeLessThanOrEqual(1);
  });

  it(`is not too loose: some honest computation needs a ${LOOSEST}th of it`, () => {
    expect(worst).toBeGreaterThan(1 / LOOSEST);
  });
});

describe('an allowance keeps mistakes out', () => {
  it('of the standard deviation: one pass in float32 over years', () => {
    const values = Float32Array.of(1953, 1958, 1961, 1974, 1990, 2004, 2019);
    const squares = fround(reference.mean(values.map((x) => x ** 2)));
    const onePass = Math.sqrt(fround(squares - fround(reference.mean(values) ** 2)));
    const exact = reference.standardDeviation(values);
    expect(Math.abs(onePass - exact)).toBeGreaterThan(tolerance.standardDeviation(values));
  });

  it('of a mean: a change in the sixth digit', () => {
    for (const values of fc.sample(column(), { numRuns: RUNS, seed: 2 })) {
      expect(tolerance.mean(values)).toBeLessThanOrEqual(1e-6 * reference.meanSize(values));
    }
  });
});
