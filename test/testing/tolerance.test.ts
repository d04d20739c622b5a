import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix, type LinearModel, type Standardizer } from '#kit/data';
import {
  column,
  columnOf,
  model,
  normalizedRows,
  quantities,
  rawRows,
  reference,
  sevenWeeks,
  standardizer,
  table,
  tableWith,
  tolerance,
  trainingStatistics,
  variedColumn,
  weatherLog,
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

// A table of three columns, fitted, transformed and brought back on the host, rounded at every step.

interface Fit {
  readonly x: Matrix;
  readonly standardizer: Standardizer;
}

// Thirds again: whole steps would add up without any rounding.
const fitData: fc.Arbitrary<Fit> = fc.record({
  x: table({ columns: [3] }).map(
    (x) =>
      new Matrix(
        x.rows,
        3,
        x.data.map((value) => value / 3),
      ),
  ),
  standardizer: standardizer(3),
});

const roundedSum = (values: ArrayLike<number>) =>
  Array.from(values).reduce((total, value) => fround(total + value), 0);

/** @param origin what a column is measured from while it is added up */
function fitRounded(x: Matrix, origin: (values: Float32Array) => number): Standardizer {
  const columns = Array.from({ length: x.columns }, (_, index) => reference.columnOf(x, index));
  const means = Float32Array.from(columns, (values) => {
    const from = origin(values);
    return from + roundedSum(values.map((value) => value - from)) / values.length;
  });
  const deviationOf = (values: Float32Array, index: number) =>
    Math.sqrt(roundedSum(values.map((value) => fround(value - means[index]!) ** 2)) / values.length);
  return { means, standardDeviations: Float32Array.from(columns, deviationOf) };
}

const fitFromZero = ({ x }: Fit) => fitRounded(x, () => 0);
const fitFromFirst = ({ x }: Fit) => fitRounded(x, ([first]) => first!);

const columnShares = (part: keyof Standardizer, got: Standardizer, { x }: Fit) =>
  Array.from(got[part], (entry, index) =>
    share(entry, reference.fitted(x)[part][index]!, tolerance.fitted(x)[part][index]!),
  );

function transformRounded(x: Matrix, { means, standardDeviations }: Standardizer): Matrix {
  const cell = (value: number, index: number) =>
    fround(value - means[index % x.columns]!) / (standardDeviations[index % x.columns]! || 1);
  return new Matrix(x.rows, x.columns, x.data.map(cell));
}

function restoreRounded(z: Matrix, { means, standardDeviations }: Standardizer): Matrix {
  const cell = (value: number, index: number) =>
    fround(value * (standardDeviations[index % z.columns]! || 1)) + means[index % z.columns]!;
  return new Matrix(z.rows, z.columns, z.data.map(cell));
}

const cellShares = (got: Matrix, exact: Matrix, allowance: ArrayLike<number>) =>
  Array.from(got.data, (entry, cell) => share(entry, exact.data[cell]!, allowance[cell]!));

const [printedRaw, printedZ, printedFit] = [rawRows().x, normalizedRows().x, trainingStatistics()];

const fits: Record<string, (data: Fit) => readonly number[]> = {
  'means from rounded sums': (data) => columnShares('means', fitFromZero(data), data),
  'means, measured from the first row': (data) => columnShares('means', fitFromFirst(data), data),
  'deviations from rounded sums': (data) => columnShares('standardDeviations', fitFromZero(data), data),

  'a transformed table': ({ x, standardizer }) =>
    cellShares(
      transformRounded(x, standardizer),
      reference.transformed(x, standardizer),
      tolerance.transformed(x, standardizer),
    ),

  'a restored table': ({ x, standardizer }) => {
    const z = reference.transformed(x, standardizer);
    return cellShares(
      restoreRounded(z, standardizer),
      reference.restored(z, standardizer),
      tolerance.restored(z, standardizer),
    );
  },

  'a table, there and back': ({ x, standardizer }) =>
    cellShares(
      restoreRounded(transformRounded(x, standardizer), standardizer),
      x,
      tolerance.transformedAndRestored(x, standardizer),
    ),

  'a table, fitted and transformed': (data) =>
    cellShares(
      transformRounded(data.x, fitFromZero(data)),
      reference.transformed(data.x, reference.fitted(data.x)),
      tolerance.fittedAndTransformed(data.x),
    ),

  'printed rows, transformed': () =>
    cellShares(
      reference.transformed(printedRaw, printedFit),
      printedZ,
      tolerance.printedTransformed(printedZ, printedFit),
    ),

  'printed rows, restored': () =>
    cellShares(
      reference.restored(printedZ, printedFit),
      printedRaw,
      tolerance.printedRestored(printedZ, printedFit),
    ),
};

describe.each(Object.entries(fits))('the allowance for %s', (_, shares) => {
  const worst = worstShare(fitData, shares);

  it('is not too tight: no honest computation leaves it', () => {
    expect(worst).toBeLessThanOrEqual(1);
  });

  it(`is not too loose: some honest computation needs a ${LOOSEST}th of it`, () => {
    expect(worst).toBeGreaterThan(1 / LOOSEST);
  });
});

describe('the allowance for a sum in blocks', () => {
  // One value over and over is the worst: all roundings go the same way for a long time.
  const worst = Math.max(
    ...fc.sample(fc.integer({ min: 1, max: 2 ** 24 }), { numRuns: 100, seed: 1 }).map((value) => {
      const values = new Float32Array(3 * tolerance.MOST_READS).fill(value);
      const blocks = [0, 1, 2].map((block) =>
        roundedSum(values.subarray(block * tolerance.MOST_READS, (block + 1) * tolerance.MOST_READS)),
      );
      return share(roundedSum(blocks), values.length * value, tolerance.blockSum(values));
    }),
  );

  it('is not too tight: no honest computation leaves it', () => {
    expect(worst).toBeLessThanOrEqual(1);
  });

  it(`is not too loose: some honest computation needs a ${LOOSEST}th of it`, () => {
    expect(worst).toBeGreaterThan(1 / LOOSEST);
  });

  it('is that of any sum, as long as one block is enough', () => {
    expect(tolerance.blockSum(Float32Array.of(1, -2, 3))).toBeCloseTo(
      tolerance.sum(Float32Array.of(1, -2, 3)),
      12,
    );
  });
});

// A table, its targets and a model: a step of training on the host, rounded after every operation.

interface Step {
  readonly x: Matrix;
  readonly targets: Float32Array;
  readonly model: LinearModel;
}

const stepData: fc.Arbitrary<Step> = tableWith((x) => ({
  targets: columnOf(quantities.prices, x.rows),
  model: model(x.columns).map(thirds),
}));

const RATE = 0.1;

function predicted({ x, model }: Step): Float32Array {
  return Float32Array.from({ length: x.rows }, (_, row) =>
    roundedSum([model.bias, ...x.row(row).map((entry, index) => entry * model.weights[index]!)].map(fround)),
  );
}

const residualsOf = (step: Step) => predicted(step).map((prediction, row) => prediction - step.targets[row]!);

/** From residuals that are float32 themselves; what their own rounding adds is allowed for too. */
function slopesOf(x: Matrix, residuals: Float32Array): LinearModel {
  const slope = (terms: Float32Array) => fround(fround(2 / x.rows) * roundedSum(terms));
  return {
    weights: Float32Array.from({ length: x.columns }, (_, index) =>
      slope(residuals.map((residual, row) => x.at(row, index) * residual)),
    ),
    bias: slope(residuals),
  };
}

function measuredSlopes(step: Step): Converted {
  const { x, targets, model } = step;
  // Quarters, so that float64 holds every residual.
  const exact = { weights: model.weights.map((weight) => Math.round(4 * weight) / 4), bias: model.bias };
  const [rounding, measuring] = [
    tolerance.gradient(x, reference.residuals(x, targets, exact)),
    tolerance.centralDifferences(x, targets, exact),
  ];
  return [
    slopesOf(x, Float32Array.from(reference.residuals(x, targets, exact))),
    reference.centralDifferences(x, targets, exact),
    {
      weights: rounding.weights.map((slack, index) => slack + measuring.weights[index]!),
      bias: rounding.bias + measuring.bias,
    },
  ];
}

function moved({ x, targets, model }: Step): Converted {
  const exact = reference.gradient(x, reference.residuals(x, targets, model));
  const [rate, slopes] = [fround(RATE), { weights: exact.weights.map(fround), bias: fround(exact.bias) }];
  const step = (parameter: number, slope: number) => fround(fround(parameter) - fround(rate * slope));
  return [
    {
      weights: model.weights.map((weight, index) => step(weight, slopes.weights[index]!)),
      bias: step(model.bias, slopes.bias),
    },
    reference.descended(model, exact, RATE),
    tolerance.descended(model, exact, RATE),
  ];
}

const stepShares: Record<string, (data: Step) => readonly number[]> = {
  predictions: (step) => {
    const [exact, slack] = [
      reference.predictions(step.x, step.model),
      tolerance.predictions(step.x, step.model),
    ];
    return Array.from(predicted(step), (got, row) => share(got, exact[row]!, slack[row]!));
  },
  residuals: (step) => {
    const { x, targets, model } = step;
    const [exact, slack] = [reference.residuals(x, targets, model), tolerance.residuals(x, targets, model)];
    return Array.from(residualsOf(step), (got, row) => share(got, exact[row]!, slack[row]!));
  },
  'a mean squared error': (step) => {
    const predictions = predicted(step);
    const squares = predictions.map((each, row) => fround(each - step.targets[row]!) ** 2);
    const [exact, slack] = [
      reference.meanSquaredError(predictions, step.targets),
      tolerance.meanSquaredError(predictions, step.targets),
    ];
    return [share(reference.mean(squares), exact, slack)];
  },
  'slopes of weights': (step) => inWeights(measuredSlopes(step)),
  'a slope of the bias': (step) => inBias(measuredSlopes(step)),
  'moved weights': (step) => inWeights(moved(step)),
  'a moved bias': (step) => inBias(moved(step)),
};

describe.each(Object.entries(stepShares))('in a step of training, the allowance for %s', (_, shares) => {
  const worst = worstShare(stepData, shares);

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

  it('of fitted statistics: the deviation of a sample, and a block that is left out', () => {
    const log = weatherLog(sevenWeeks);
    const [slack, exact] = [tolerance.fitted(log), reference.fitted(log)];
    const shorter = reference.fitted(new Matrix(sevenWeeks - 512, 3, log.data.slice(0, -512 * 3)));
    for (const column of [0, 1]) {
      expect(Math.abs(shorter.means[column]! - exact.means[column]!)).toBeGreaterThan(slack.means[column]!);
    }
    for (const x of fc.sample(table(), { numRuns: RUNS, seed: 2 })) {
      const { standardDeviations } = reference.fitted(x);
      const sample = standardDeviations.map((deviation) => deviation * Math.sqrt(x.rows / (x.rows - 1)));
      const off = sample.map((deviation, index) => Math.abs(deviation - standardDeviations[index]!));
      const caught = off.map((entry, index) => entry - tolerance.fitted(x).standardDeviations[index]!);
      expect(Math.max(...caught)).toBeGreaterThan(standardDeviations.every((each) => each === 0) ? -1 : 0);
    }
  });

  it('of a mean: a change in the sixth digit', () => {
    for (const values of fc.sample(column(), { numRuns: RUNS, seed: 2 })) {
      expect(tolerance.mean(values)).toBeLessThanOrEqual(1e-6 * reference.meanSize(values));
    }
  });
});
