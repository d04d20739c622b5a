import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bowl, Matrix, reference, table, tolerance, uniformInputs } from '#kit/testing';

// As in tolerance.test.ts: never too tight for an honest float32 computation, and in the worst of many not
// more than 32 times what rounding really does.

const { fround } = Math;
const LOOSEST = 32;

function worstShare<Data>(data: fc.Arbitrary<Data>, runs: number, shares: (data: Data) => number[]): number {
  const samples = fc.sample(data, { numRuns: runs, seed: 1 });
  return Math.max(...samples.flatMap((drawn) => Math.max(...shares(drawn))));
}

const share = (got: number, exact: number, allowance: number) =>
  got === exact ? 0 : Math.abs(got - exact) / allowance;

/** Thirds fill all digits of a float32, as measured values do. */
const thirds = (x: Matrix) =>
  new Matrix(
    x.rows,
    x.columns,
    x.data.map((entry) => entry / 3),
  );

function ofCurvature(x: Matrix): number[] {
  const exact = reference.curvature(x);
  const slack = tolerance.curvature(x);
  const feature = (row: number, column: number) => (column < x.columns ? x.at(row, column) : 1);
  return Array.from(exact.data, (bend, cell) => {
    const [i, j] = [Math.floor(cell / exact.columns), cell % exact.columns];
    let sum = 0;
    for (let row = 0; row < x.rows; row++) sum = fround(sum + fround(feature(row, i) * feature(row, j)));
    return share(fround(fround(2 / x.rows) * sum), bend, slack[cell]!);
  });
}

/** Power iteration in which every single operation is rounded. */
function iterated(h: Matrix): number {
  let vector = Float32Array.from({ length: h.rows }, (_, row) => Math.cos(row + 1));
  let stretched = 0;
  for (let round = 0; round < 1000; round++) {
    const product = vector.map((_, row) =>
      vector.reduce((sum, entry, column) => fround(sum + fround(h.at(row, column) * entry)), 0),
    );
    stretched = fround(Math.hypot(...product));
    if (stretched === 0) return 0;
    vector = product.map((entry) => entry / stretched);
  }
  return stretched;
}

const ofEigenvalue = (h: Matrix) => [
  share(iterated(h), reference.eigenvalues(h).at(-1)!, tolerance.largestEigenvalue(h)),
];

function ofCondition(h: Matrix): number[] {
  const largest = iterated(h);
  const turned = new Matrix(
    h.rows,
    h.rows,
    h.data.map((entry, cell) => (cell % (h.rows + 1) === 0 ? largest : 0) - entry),
  );
  const got = largest / (largest - iterated(turned));
  return [share(got, reference.conditionNumber(h), tolerance.conditionNumber(h))];
}

describe.each([
  ['a curvature', worstShare(table().map(thirds), 3000, ofCurvature)],
  ['the largest eigenvalue', worstShare(bowl(), 1000, ofEigenvalue)],
  ['the condition number', worstShare(bowl(), 1000, ofCondition)],
])('the allowance for %s', (_, worst) => {
  it('is not too tight: no honest computation leaves it', () => {
    expect(worst).toBeLessThanOrEqual(1);
  });

  it(`is not too loose: some honest computation needs a ${LOOSEST}th of it`, () => {
    expect(worst).toBeGreaterThan(1 / LOOSEST);
  });
});

describe('the allowance for a condition number', () => {
  it('is that of the docstring: about κ parts in a million, for eleven parameters', () => {
    for (const treatment of ['raw', 'scaled'] as const) {
      const h = reference.curvature(uniformInputs(2000, 10, treatment));
      const condition = reference.conditionNumber(h);
      const parts = (tolerance.conditionNumber(h) / condition / condition) * 1e6;
      expect(parts).toBeGreaterThan(0.5);
      expect(parts).toBeLessThan(6);
    }
  });

  it('lets anything pass where the smallest eigenvalue drowns in rounding', () => {
    expect(
      tolerance.conditionNumber(
        Matrix.fromRows([
          [2, 2],
          [2, 2],
        ]),
      ),
    ).toBe(Infinity);
  });
});
