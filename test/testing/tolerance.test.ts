import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearModel, Standardizer } from '#kit/data';
import {
  column,
  columnOf,
  model,
  quantities,
  reference,
  standardizer,
  tolerance,
  variedColumn,
} from '#kit/testing';

// Each allowance is held against an honest float32 computation, over many columns. It must never be too
// tight for one, and in the worst of them it must not be more than 32 times what rounding really does.

const { fround } = Math;
const RUNS = 3_000;
const LOOSEST = 32;

/** error / allowance, the worst over much data. */
function worstShare<Data>(data: fc.Arbitrary<Data>, shares: (data: Data) => readonly number[]): number {
  const samples = fc.sample(data, { numRuns: RUNS, seed: 1 });
  return Math.max(...samples.flatMap((drawn) => Math.max(...shares(drawn))));
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

// A model of three features in other units, worked out on the host and rounded wherever it can be.

interface Conversion {
  readonly model: LinearModel;
  readonly standardizer: Standardizer;
  readonly row: Float32Array;
}

// Thirds fill all digits of a float32, as trained weights do.
const thirds = ({ weights, bias }: LinearModel) => ({ weights: weights.map((weight) => weight / 3), bias });

const conversionData: fc.Arbitrary<Conversion> = fc.record({
  model: model(3).map(thirds),
  standardizer: standardizer(3),
  row: columnOf(quantities.temperatures, 3),
});

function toRaw({ weights, bias }: LinearModel, { means, standardDeviations }: Standardizer): LinearModel {
  const raw = weights.map((weight, index) => weight / (standardDeviations[index]! || 1));
  const shift = reference.sum(raw.map((weight, index) => weight * means[index]!));
  return { weights: raw, bias: fround(bias - shift) };
}

function toStandard(
  { weights, bias }: LinearModel,
  { means, standardDeviations }: Standardizer,
): LinearModel {
  const shift = reference.sum(weights.map((weight, index) => weight * means[index]!));
  const standard = weights.map((weight, index) => weight * (standardDeviations[index]! || 1));
  return { weights: standard, bias: fround(bias + shift) };
}

type Allowance = ReturnType<typeof tolerance.rawUnits>;
type Converted = readonly [got: LinearModel, exact: reference.Line, allowance: Allowance];

const raw = ({ model, standardizer }: Conversion): Converted => [
  toRaw(model, standardizer),
  reference.rawUnits(model, standardizer),
  tolerance.rawUnits(model, standardizer),
];

const standard = ({ model, standardizer }: Conversion): Converted => [
  toStandard(model, standardizer),
  reference.standardUnits(model, standardizer),
  tolerance.standardUnits(model, standardizer),
];

const thereAndBack = ({ model, standardizer }: Conversion): Converted => [
  toStandard(toRaw(model, standardizer), standardizer),
  model,
  tolerance.thereAndBack(model, standardizer),
];

const inWeights = ([got, exact, allowance]: Converted) =>
  Array.from(got.weights, (weight, i) => share(weight, exact.weights[i]!, allowance.weights[i]!));

const inBias = ([got, exact, allowance]: Converted) => [share(got.bias, exact.bias, allowance.bias)];

const conversions: Record<string, (data: Conversion) => readonly number[]> = {
  'weights in raw units': (data) => inWeights(raw(data)),
  'a bias in raw units': (data) => inBias(raw(data)),
  'weights in standard units': (data) => inWeights(standard(data)),
  'a bias in standard units': (data) => inBias(standard(data)),
  'weights, there and back': (data) => inWeights(thereAndBack(data)),
  'a bias, there and back': (data) => inBias(thereAndBack(data)),

  'a prediction in raw units': ({ model, standardizer, row }) => {
    const exact = reference.prediction(reference.standardizedRow(row, standardizer), model);
    const got = reference.prediction(row, toRaw(model, standardizer));
    return [share(got, exact, tolerance.prediction(row, tolerance.rawUnits(model, standardizer)))];
  },
};

describe.each(Object.entries(conversions))('the allowance for %s', (_, shares) => {
  const worst = worstShare(conversionData, shares);

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
